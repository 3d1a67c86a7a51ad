package io.dsreview.superset;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.api.superset.LinkReading;
import io.dsreview.api.superset.RecoveryMonitor;
import io.dsreview.api.superset.RecoveryProgress;
import io.dsreview.api.superset.RecoveryProgress.Stage;
import io.dsreview.api.superset.SupersetContextExtractor.Recovery;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a recovery tells while it runs, and how it stops. */
class RecoveryProgressTest {

    private static final String LINK = "/superset/dashboard/sales/?native_filters_key=key-1";

    private final List<RecoveryProgress> reports = Collections.synchronizedList(new ArrayList<>());
    private final List<String> requested = new ArrayList<>();

    private Recovery recover(RecoveryMonitor monitor) {
        try (FakeSuperset server = Shop.server();
                Superset superset = server.connect()) {
            Shop.savedState(server, "{}");
            LinkReading reading = superset.contextExtractor().read(server.base() + LINK);
            Recovery recovery = superset.contextExtractor()
                    .recover(((LinkReading.Supported) reading).link(), FakeSuperset.ANN, monitor);
            requested.addAll(server.requested());
            return recovery;
        }
    }

    @Test
    void OR4_countsTheRequestsOfEachStage() {
        Recovery recovery = recover(progress -> {
            reports.add(progress);
            return true;
        });

        assertThat(recovery).isInstanceOf(Recovery.Recovered.class);
        assertThat(reports)
                .containsExactly(
                        new RecoveryProgress(Stage.LINK, 0, 2),
                        new RecoveryProgress(Stage.LINK, 1, 2),
                        new RecoveryProgress(Stage.LINK, 2, 2),
                        new RecoveryProgress(Stage.DATASETS, 2, 4),
                        new RecoveryProgress(Stage.DATASETS, 3, 4),
                        new RecoveryProgress(Stage.DATASETS, 4, 4));
    }

    @Test
    void OR4_asksNothingMoreOnceNobodyWaits() {
        Recovery recovery = recover(progress -> progress.stage() == Stage.LINK);

        assertThat(recovery).isInstanceOfSatisfying(Recovery.Failed.class, failed -> assertThat(
                        failed.problem().code())
                .isEqualTo("SUPERSET_INTERRUPTED"));
        assertThat(requested).contains("GET /api/v1/dashboard/sales").noneMatch(each -> each.contains("/dataset/"));
    }

    @Test
    void OR4_asksNobodyAgainOnceNobodyWaits() {
        recover(progress -> {
            reports.add(progress);
            return false;
        });

        assertThat(reports).containsExactly(new RecoveryProgress(Stage.LINK, 0, 2));
        assertThat(requested).noneMatch(each -> each.contains("/dashboard/"));
    }
}
