package io.dsreview.samples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.DsReview;
import io.dsreview.Review;
import io.dsreview.api.execution.CompiledPreview;
import io.dsreview.api.execution.LaunchOutcome;
import io.dsreview.api.execution.QueryResults;
import io.dsreview.api.finding.Finding;
import io.dsreview.api.mapping.FilterOrigin;
import io.dsreview.api.mapping.FilterScalar;
import io.dsreview.api.mapping.ImportedFilter;
import io.dsreview.api.mapping.TemplateVariable;
import io.dsreview.api.mapping.VariableKind;
import io.dsreview.api.superset.RecoveredChart;
import io.dsreview.api.superset.RecoveredContext;
import io.dsreview.api.superset.RecoveryItem;
import io.dsreview.api.superset.SupersetCredential;
import io.dsreview.api.superset.SupersetCredentials;
import io.dsreview.core.store.InMemoryReviewStore;
import io.dsreview.test.recording.RecordingProxy;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same review on the recorded answers of each version that dsreview is for. */
class RecordedVersionsTest {

    /** What was recorded: the number of the query is the only thing that may be another on each version. */
    record Recorded(String version, String folder) {

        @Override
        public String toString() {
            return version;
        }
    }

    static List<Recorded> recordings() {
        return List.of(
                new Recorded("3.1.3", "recordings/3.1.3"),
                new Recorded("4.1.4", "recordings/4.1.4"),
                new Recorded("5.0.0", "recordings/5.0.0"),
                new Recorded("6.0.0", "recordings/6.0.0"),
                new Recorded("6.1.0", Stage.FIRST_REVIEW));
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void recoversPreviewsAndLaunches(Recorded recorded) {
        try (RecordingProxy proxy = RecordingProxy.replay(Stage.class, recorded.folder());
                DsReview reviews = DsReview.builder()
                        .environment(
                                "recorded",
                                proxy.uri(),
                                SupersetCredentials.fixed(SupersetCredential.password("admin", "not needed")))
                        .store(new InMemoryReviewStore())
                        .build()) {
            String link = Stage.recordedLink(recorded.folder())
                    .replace("http://superset.test", proxy.uri().toString());
            Review review = reviews.start(Quickstart.ANN, link).orElseThrow();
            assertRecovered(
                    recorded, Objects.requireNonNull(review.session().recovery().context()));

            review =
                    review.answer(review.activeQuestion().orElseThrow(), "EMEA").orElseThrow();
            review = review.values()
                    .set(VariableKind.URL_PARAM.variable("min_amount"), "250")
                    .orElseThrow();
            review = review.mappings().approveAll().orElseThrow().preview().orElseThrow();
            assertPreviewed(review);

            review = review.launch(review.readiness().summary()).orElseThrow();
            assertLaunched(review, proxy);
            assertThat(proxy.unexpected()).isEmpty();
        }
    }

    private static void assertRecovered(Recorded recorded, RecoveredContext context) {
        assertThat(context.summary().items())
                .filteredOn(item -> item.kind() == RecoveryItem.Kind.SERVER)
                .singleElement()
                .satisfies(server -> assertThat(server.name()).contains(recorded.version()));
        assertThat(context.summary().isComplete()).isTrue();
        assertThat(context.charts()).extracting(RecoveredChart::name).contains("Regional orders");
        assertThat(context.datasets())
                .extracting(dataset -> dataset.reference().name())
                .containsExactly("regional_orders");
        assertThat(context.filters()).extracting(ImportedFilter::name).containsExactly("Status", "Order date");
        ImportedFilter status = context.filters().get(0);
        assertThat(status.origin()).isEqualTo(FilterOrigin.PERMALINK);
        assertThat(status.value().conditions()).singleElement().satisfies(condition -> {
            assertThat(condition.column().value()).isEqualTo("status");
            assertThat(condition.operator()).isEqualTo("IN");
            assertThat(condition.values()).containsExactly(FilterScalar.text("paid"));
        });
        assertThat(context.datasets().get(0).variables())
                .filteredOn(variable -> variable.kind() == VariableKind.URL_PARAM)
                .extracting(TemplateVariable::name)
                .containsExactlyInAnyOrder("region", "min_amount");
    }

    /** The text differs by version, what it says does not. */
    private static void assertPreviewed(Review review) {
        CompiledPreview preview = review.session().execution().readyPreview().orElseThrow();
        assertThat(preview.channel()).isEqualTo("chart-data");
        assertThat(review.compiledSql().replaceAll("\\s+", " "))
                .contains("region = 'EMEA'", "amount >= CAST('250' AS ", "status IN ('paid')", "LIMIT 1000")
                .doesNotContain("{{", "{%");
        assertThat(review.session().findings()).noneMatch(Finding::blocks);
    }

    private static void assertLaunched(Review review, RecordingProxy proxy) {
        assertThat(review.session().execution().lastLaunch().orElseThrow().outcome())
                .isInstanceOfSatisfying(LaunchOutcome.Succeeded.class, success -> {
                    assertThat(success.results()).isEqualTo(new QueryResults(112, 1_000, false, null));
                    assertThat(success.executedSql()).isNotNull();
                    assertThat(success.reference().link())
                            .isEqualTo(proxy.uri() + "/sqllab/?queryId="
                                    + success.reference().queryId());
                });
        assertThat(review.audit().verify().isVerified()).isTrue();
    }
}
