package io.dsreview.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.api.execution.DatasetRevision;
import io.dsreview.api.execution.EffectiveInputs;
import io.dsreview.api.execution.ExecutionTarget.DatasetRows;
import io.dsreview.api.execution.LaunchOutcome;
import io.dsreview.api.execution.LaunchTerms;
import io.dsreview.api.execution.SentLaunch;
import io.dsreview.api.id.EnvironmentId;
import io.dsreview.api.id.FieldId;
import io.dsreview.api.superset.SupersetCompilationAdapter.Compilation;
import io.dsreview.api.superset.SupersetCompilationAdapter.RevisionReading;
import io.dsreview.api.superset.SupersetCredential;
import io.dsreview.api.superset.SupersetCredentials;
import io.dsreview.superset.Superset;
import io.dsreview.superset.SupersetConfig;
import io.dsreview.superset.capability.Capability;
import io.dsreview.superset.capability.SupersetCapabilities;
import io.dsreview.superset.capability.SupersetVersion;
import io.dsreview.superset.capability.Support;
import io.dsreview.superset.observation.SupersetCall;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Every kind of credential, and what a Superset says of itself, on a running one. */
class IdentityLiveTest {

    private static final EnvironmentId LIVE = new EnvironmentId("live");
    private static final DatasetRows ROWS = new DatasetRows(List.of(new FieldId("region"), new FieldId("amount")), 3);

    private final List<SupersetCall> calls = new CopyOnWriteArrayList<>();

    private Superset connect(Bed bed, SupersetCredential credential) {
        return Superset.connect(SupersetConfig.builder()
                .environment(LIVE.value(), URI.create(bed.base()), SupersetCredentials.fixed(credential))
                .callListener(calls::add)
                .build());
    }

    private void works(Bed bed, SupersetCredential credential) {
        try (Superset superset = connect(bed, credential)) {
            assertThat(superset.contextExtractor().probe(LIVE, Bed.ANN)).isEmpty();
            assertThat(superset.compilationAdapter().readRevision(LIVE, bed.dataset("orders"), ROWS, Bed.ANN))
                    .isInstanceOfSatisfying(RevisionReading.Known.class, known -> assertThat(
                                    known.revision().supersetIdentity())
                            .isEqualTo("admin"));
            Compilation compiled = superset.compilationAdapter().compile(inputs(bed), Bed.ANN);
            assertThat(compiled).isInstanceOf(Compilation.Compiled.class);
            String clientId = UUID.randomUUID().toString().substring(0, 8);
            assertThat(superset.compilationAdapter()
                            .launch(sent(bed, ((Compilation.Compiled) compiled).sql(), clientId), Bed.ANN))
                    .isInstanceOfSatisfying(
                            LaunchOutcome.Succeeded.class,
                            success -> assertThat(success.results().rows()).isEqualTo(3));
        }
    }

    private static SentLaunch sent(Bed bed, String sql, String clientId) {
        return new SentLaunch(inputs(bed), sql, clientId, new LaunchTerms(3, false, null), Instant.now());
    }

    private static EffectiveInputs inputs(Bed bed) {
        return new EffectiveInputs(
                LIVE, bed.dataset("orders"), DatasetRevision.of("any", "admin"), ROWS, List.of(), Map.of(), Map.of());
    }

    private static String token(Bed bed) throws Exception {
        return new PlainClient(bed.base(), "admin", bed.password("admin")).token();
    }

    @OnEveryBed
    void aPasswordWorks(Bed bed) {
        works(bed, SupersetCredential.password("admin", bed.password("admin")));
    }

    @OnEveryBed
    void aReadyTokenWorks(Bed bed) throws Exception {
        works(bed, SupersetCredential.bearer("admin", token(bed)));
    }

    @OnEveryBed
    void aSupplierOfTokensIsAskedAgainWhenItsFirstTokenIsRefused(Bed bed) throws Exception {
        String good = token(bed);
        AtomicInteger asked = new AtomicInteger();

        works(bed, SupersetCredential.tokens("admin", () -> asked.incrementAndGet() == 1 ? "no.good.token" : good));

        assertThat(asked).hasValue(2);
    }

    @OnEveryBed
    void aSessionCookieWorks(Bed bed) throws Exception {
        works(
                bed,
                SupersetCredential.sessionCookie(
                        "admin", BrowserSession.cookie(bed.base(), "admin", bed.password("admin"))));
    }

    @OnEveryBed
    void aSessionThatIsNoneIsRefused(Bed bed) {
        try (Superset superset = connect(bed, SupersetCredential.sessionCookie("admin", "none"))) {
            assertThat(superset.contextExtractor().probe(LIVE, Bed.ANN))
                    .hasValueSatisfying(problem -> assertThat(problem.code()).isEqualTo("SUPERSET_TOKEN_REFUSED"));
        }
    }

    @OnEveryBed
    void aSupersetTellsItsVersionAndWhetherItRendersTemplates(Bed bed) {
        try (Superset superset = connect(bed, SupersetCredential.password("admin", bed.password("admin")))) {
            SupersetCapabilities found = superset.capabilities(LIVE, Bed.ANN);

            SupersetVersion version = SupersetVersion.parse(bed.version()).orElseThrow();
            assertThat(found.version()).contains(version);
            assertThat(found.templateProcessing()).isEqualTo(Support.YES);
            assertThat(found.support(Capability.RENDERED_SQL))
                    .isEqualTo(version.major() >= 5 ? Support.YES : Support.NO);
            assertThat(calls).extracting(SupersetCall::request).containsExactly("login page");
        }
    }
}
