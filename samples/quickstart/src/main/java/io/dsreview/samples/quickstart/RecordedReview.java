package io.dsreview.samples.quickstart;

import io.dsreview.api.superset.RecoveredContext;
import java.util.Objects;

/** The review of the quickstart on its recorded answers, for tests that compare it with a live one. */
public final class RecordedReview {

    private RecordedReview() {}

    /**
     * Recovers the recorded link on the recorded answers.
     *
     * @return what the recorded link means
     */
    public static RecoveredContext context() {
        try (Stage stage = Stage.replayed(Stage.FIRST_REVIEW)) {
            return Objects.requireNonNull(stage.reviews()
                    .start(Quickstart.ANN, stage.paste(Stage.recordedLink(Stage.FIRST_REVIEW)))
                    .orElseThrow()
                    .session()
                    .recovery()
                    .context());
        }
    }
}
