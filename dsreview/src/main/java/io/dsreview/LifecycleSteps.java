package io.dsreview;

import io.dsreview.api.command.LifecycleCommand.ArchiveSession;
import io.dsreview.api.command.LifecycleCommand.CancelSession;
import io.dsreview.api.command.LifecycleCommand.DeleteSession;
import io.dsreview.api.command.LifecycleCommand.ResumeSession;
import io.dsreview.api.command.LifecycleCommand.UnarchiveSession;

/** What is done with a review as a whole. Immutable and thread-safe. */
public final class LifecycleSteps {

    private final Review review;

    LifecycleSteps(Review review) {
        this.review = review;
    }

    /**
     * Picks up what a crash left half done, and looks up launches that are running or unknown. Nothing is executed again.
     *
     * @return how it ended; a duplicate where nothing was left half done
     */
    public ReviewResult resume() {
        return review.execute(ResumeSession::new);
    }

    /**
     * Gives the review up. It can still be read and exported.
     *
     * @return how it ended
     */
    public ReviewResult cancel() {
        return review.execute(CancelSession::new);
    }

    /**
     * Puts the review into the archive: out of the default list, and closed for all steps but {@link #unarchive} and
     * {@link #delete}.
     *
     * @return how it ended
     */
    public ReviewResult archive() {
        return review.execute(ArchiveSession::new);
    }

    /**
     * Takes the review out of the archive: it is what it was before.
     *
     * @return how it ended
     */
    public ReviewResult unarchive() {
        return review.execute(UnarchiveSession::new);
    }

    /**
     * Deletes the review; only its ledger is kept. Afterwards there is no such review for anybody.
     *
     * @return how it ended; the review that it gives is the last that is seen of it
     */
    public ReviewResult delete() {
        return review.execute(DeleteSession::new);
    }
}
