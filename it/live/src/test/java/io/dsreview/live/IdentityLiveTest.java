package io.dsreview.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.api.execution.DatasetRevision;
import io.dsreview.api.execution.EffectiveInputs;
import io.dsreview.api.execution.ExecutionTarget.DatasetRows;
import io.dsreview.api.execution.LaunchOutcome;
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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every kind of credential, and what a Superset says of itself, on a running one. */
class IdentityLiveTest {

    private static final EnvironmentId LIVE = new EnvironmentId("live");

    private static Bed bed;

    private final List<SupersetCall> calls = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void findTheBed() throws Exception {
        bed = Bed.fromSystemProperty();
    }

    private Superset connect(SupersetCredential credential) {
        return Superset.connect(SupersetConfig.builder()
                .environment(LIVE.value(), URI.create(bed.base()), SupersetCredentials.fixed(credential))
                .callListener(calls::add)
                .build());
    }

    private void works(SupersetCredential credential) {
        try (Superset superset = connect(credential)) {
            assertThat(superset.contextExtractor().probe(LIVE, Bed.ANN)).isEmpty();
            assertThat(superset.compilationAdapter().readRevision(LIVE, bed.dataset("orders"), Bed.ANN))
                    .isInstanceOfSatisfying(RevisionReading.Known.class, known -> assertThat(
                                    known.revision().supersetIdentity())
                            .isEqualTo("admin"));
            Compilation compiled = superset.compilationAdapter().compile(inputs(), Bed.ANN);
            assertThat(compiled).isInstanceOf(Compilation.Compiled.class);
            String clientId = UUID.randomUUID().toString().substring(0, 8);
            assertThat(superset.compilationAdapter()
                            .launch(inputs(), ((Compilation.Compiled) compiled).sql(), clientId, Bed.ANN))
                    .isInstanceOfSatisfying(LaunchOutcome.Succeeded.class, success -> assertThat(success.rows())
                            .isEqualTo(3));
        }
    }

    private static EffectiveInputs inputs() {
        return new EffectiveInputs(
                LIVE,
                bed.dataset("orders"),
                new DatasetRevision("any", "admin"),
                new DatasetRows(List.of(new FieldId("region"), new FieldId("amount")), 3),
                List.of(),
                Map.of());
    }

    private static String token() throws Exception {
        return new PlainClient(bed.base(), "admin", bed.password("admin")).token();
    }

    @Test
    void aPasswordWorks() {
        works(SupersetCredential.password("admin", bed.password("admin")));
    }

    @Test
    void aReadyTokenWorks() throws Exception {
        works(SupersetCredential.bearer("admin", token()));
    }

    @Test
    void aSupplierOfTokensIsAskedAgainWhenItsFirstTokenIsRefused() throws Exception {
        String good = token();
        AtomicInteger asked = new AtomicInteger();

        works(SupersetCredential.tokens("admin", () -> asked.incrementAndGet() == 1 ? "no.good.token" : good));

        assertThat(asked).hasValue(2);
    }

    @Test
    void aSessionCookieWorks() throws Exception {
        works(SupersetCredential.sessionCookie(
                "admin", BrowserSession.cookie(bed.base(), "admin", bed.password("admin"))));
    }

    @Test
    void aSessionThatIsNoneIsRefused() {
        try (Superset superset = connect(SupersetCredential.sessionCookie("admin", "none"))) {
            assertThat(superset.contextExtractor().probe(LIVE, Bed.ANN))
                    .hasValueSatisfying(problem -> assertThat(problem.code()).isEqualTo("SUPERSET_TOKEN_REFUSED"));
        }
    }

    @Test
    void aSupersetTellsItsVersionAndWhetherItRendersTemplates() {
        try (Superset superset = connect(SupersetCredential.password("admin", bed.password("admin")))) {
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
