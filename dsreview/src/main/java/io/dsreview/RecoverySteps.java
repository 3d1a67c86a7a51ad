package io.dsreview;

import io.dsreview.api.command.RecoveryCommand.CancelRecovery;
import io.dsreview.api.command.RecoveryCommand.RecoverContext;
import io.dsreview.api.command.RecoveryCommand.ResolveRecoveryItem;
import io.dsreview.api.id.RecoveryItemId;
import java.util.List;

/** What is done about the recovery of what the link means. Immutable and thread-safe. */
public final class RecoverySteps {

    private final Review review;

    RecoverySteps(Review review) {
        this.review = review;
    }

    /**
     * Recovers the context again, from the link that the review was started with; decisions are kept. The first time, where
     * automatic review is switched off. Refused while a recovery runs that somebody works on.
     *
     * @return how it ended; the recovery runs where the host's executor lets it
     */
    public ReviewResult recover() {
        return review.execute(RecoverContext::new);
    }

    /**
     * Calls the running recovery off. Refused where none runs.
     *
     * @return how it ended
     */
    public ReviewResult cancel() {
        return review.execute(CancelRecovery::new);
    }

    /**
     * Settles something that recovery left open.
     *
     * @param item the item
     * @param values its values; none to accept it as absent
     * @return how it ended
     */
    public ReviewResult resolve(RecoveryItemId item, String... values) {
        return review.execute(context -> new ResolveRecoveryItem(context, item, List.of(values)));
    }
}
