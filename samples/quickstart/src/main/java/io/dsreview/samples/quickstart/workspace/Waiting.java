package io.dsreview.samples.quickstart.workspace;

import io.dsreview.api.session.RecommendedAction;
import io.dsreview.api.session.Recovery;
import io.dsreview.api.session.RecoveryTask;
import io.dsreview.api.superset.RecoveryProgress;
import io.dsreview.samples.quickstart.terminal.Phrases;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Waits for a recovery, and shows how far it is.
 *
 * @param desk where the review lies open
 */
record Waiting(Desk desk) {

    private static final Duration LOOK = Duration.ofMillis(50);
    private static final int MOMENT = 60;

    /** Waits a little, since most recoveries do not take longer. */
    void aMoment() {
        if (!ends(MOMENT)) {
            desk.screen().say("The recovery goes on. Type 'wait' to wait for it, or 'cancel-recovery'.");
        }
    }

    void untilItEnds() {
        if (ends(Integer.MAX_VALUE)) {
            desk.screen()
                    .say("The recovery is "
                            + Phrases.ENGLISH.word(
                                    desk.review().session().recovery().phase()) + ".");
        }
        desk.sayNext();
    }

    private boolean ends(int looks) {
        RecoveryProgress shown = null;
        for (int i = 0; i < looks; i++) {
            Recovery recovery = desk.review().session().recovery();
            Optional<RecoveryProgress> progress = recovery.progress();
            boolean left = desk.review().readiness().next() != RecommendedAction.WAIT_FOR_RECOVERY;
            if (progress.isEmpty() || left) {
                return true;
            }
            shown = show(shown, progress.get(), recovery.task());
            if (!pause()) {
                return false;
            }
        }
        return false;
    }

    private RecoveryProgress show(
            @Nullable RecoveryProgress shown, RecoveryProgress progress, @Nullable RecoveryTask task) {
        if (progress.total() > 0 && !progress.equals(shown)) {
            String rest = Optional.ofNullable(task)
                    .flatMap(RecoveryTask::estimate)
                    .map(left -> ", about " + Math.max(1, left.toSeconds()) + " s left")
                    .orElse("");
            desk.screen()
                    .say("recovering: " + Phrases.ENGLISH.word(progress.stage()) + ", " + progress.done() + " of "
                            + progress.total() + rest);
        }
        return progress;
    }

    private static boolean pause() {
        try {
            Thread.sleep(LOOK.toMillis());
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
