package io.dsreview.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.Review;
import io.dsreview.api.command.CommandResult.Rejected;
import io.dsreview.api.command.RecoveryCommand.RecoverContext;
import io.dsreview.api.error.Problem;
import io.dsreview.api.execution.PreviewStatus;
import io.dsreview.api.finding.Finding;
import io.dsreview.api.finding.FindingStatus;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What becomes of a review whose dataset another person deletes or changes in the middle, on running Supersets. */
class DatasetFaultsLiveTest {

    private static final String PLAIN = "SELECT order_id, region FROM orders";

    /** A dataset that is there for one test. */
    private record Temporary(Administrator administrator, long id) implements AutoCloseable {

        static Temporary in(Bed bed) throws Exception {
            Administrator administrator = new Administrator(bed);
            Map<?, ?> made = administrator.post(
                    "/api/v1/dataset/",
                    Map.of(
                            "database",
                            bed.dataset("orders").databaseId(),
                            "schema",
                            "main",
                            "table_name",
                            "fault_" + UUID.randomUUID(),
                            "sql",
                            PLAIN));
            return new Temporary(administrator, (Long) made.get("id"));
        }

        Review review(FaultBench bench) {
            return bench.reviews
                    .start(Bed.ANN, bench.way.base() + "/explore/?datasource_type=table&datasource_id=" + id)
                    .orElseThrow();
        }

        void say(String sql) throws IOException {
            administrator.put("/api/v1/dataset/" + id, Map.of("sql", sql));
        }

        void delete() throws IOException {
            administrator.delete("/api/v1/dataset/" + id);
        }

        @Override
        public void close() throws IOException {
            if (administrator.knows("/api/v1/dataset/" + id)) {
                delete();
            }
        }
    }

    private static List<Finding> blocking(Review review) {
        return review.session().findings().stream().filter(Finding::blocks).toList();
    }

    @OnEveryBed
    void aDatasetThatIsDeletedIsNotFound(Bed bed) throws Exception {
        try (FaultBench bench = FaultBench.as("admin", bed);
                Temporary dataset = Temporary.in(bed)) {
            Review ready = dataset.review(bench).preview().orElseThrow();
            assertThat(ready.compiledSql()).contains("region");

            dataset.delete();
            Problem launch = bench.refused(
                    FaultBench.inTime(() -> ready.launch(ready.readiness().summary())), ready);
            Problem preview =
                    bench.failedPreview(FaultBench.inTime(() -> ready.preview().orElseThrow()), ready);

            assertThat(List.of(preview.code(), launch.code())).containsOnly("SUPERSET_NOT_FOUND");
        }
    }

    @OnEveryBed
    void aDatasetThatIsChangedClosesTheGateUntilItIsRecoveredAgain(Bed bed) throws Exception {
        try (FaultBench bench = FaultBench.as("admin", bed);
                Temporary dataset = Temporary.in(bed)) {
            Review ready = dataset.review(bench).preview().orElseThrow();

            dataset.say("SELECT order_id, region FROM orders WHERE amount > 10");
            bench.way.newRequests();
            assertThat(FaultBench.inTime(() -> ready.launch(ready.readiness().summary()))
                            .command())
                    .isInstanceOf(Rejected.class);
            assertThat(bench.stored(ready)).isEqualTo(ready.session());
            assertThat(bench.way.newRequests()).noneMatch(line -> line.contains("/sqllab/execute/"));
            Review changed = bench.reviews
                    .find(Bed.ANN, ready.id())
                    .orElseThrow()
                    .preview()
                    .orElseThrow();

            assertThat(blocking(changed)).singleElement().satisfies(finding -> {
                assertThat(finding.problem().code()).isEqualTo("DATASET_CHANGED");
                FaultBench.only(List.of(finding.problem()));
            });
            assertThat(changed.launch(changed.readiness().summary()).command()).isInstanceOf(Rejected.class);
            Review again =
                    changed.execute(RecoverContext::new).orElseThrow().preview().orElseThrow();
            assertThat(again.session().findings())
                    .filteredOn(finding -> finding.problem().code().equals("DATASET_CHANGED"))
                    .extracting(Finding::status)
                    .containsExactly(FindingStatus.RESOLVED);
            assertThat(again.compiledSql()).contains("amount > 10");
        }
    }

    @OnEveryBed
    void aDatasetThatIsChangedToSomethingThatCannotRunPointsAtTheDataset(Bed bed) throws Exception {
        try (FaultBench bench = FaultBench.as("admin", bed);
                Temporary dataset = Temporary.in(bed)) {
            Review ready = dataset.review(bench).preview().orElseThrow();

            dataset.say("SELECT order_id, region FROM orders WHERE region = {{ nobody.knows('");
            Review after = FaultBench.inTime(() -> ready.preview().orElseThrow());

            var preview = after.session().execution().preview().orElseThrow();
            assertThat(preview.status()).isEqualTo(PreviewStatus.FAILED);
            assertThat(FaultBench.only(preview.diagnostics()).code()).isEqualTo("PREVIEW_NOT_COMPILED");
            assertThat(blocking(after))
                    .extracting(finding -> finding.problem().code())
                    .containsExactly("DATASET_CHANGED");
            bench.assertUnchanged(after, ready);
        }
    }
}
