package io.dsreview;

import io.dsreview.api.command.ExecutionCommand.ChooseTarget;
import io.dsreview.api.command.ExecutionCommand.ConfirmManualLaunch;
import io.dsreview.api.command.ExecutionCommand.HandOffLaunch;
import io.dsreview.api.command.ExecutionCommand.StopLaunch;
import io.dsreview.api.execution.ExecutionTarget;

/**
 * What is done about what runs, beside {@link Review#preview} and {@link Review#launch}. Immutable and thread-safe.
 */
public final class ExecutionSteps {

    private final Review review;

    ExecutionSteps(Review review) {
        this.review = review;
    }

    /**
     * Chooses what will run. The preview becomes stale.
     *
     * @param target rows of the dataset, or the query of one of its charts
     * @return how it ended
     */
    public ReviewResult choose(ExecutionTarget target) {
        return review.execute(context -> new ChooseTarget(context, target));
    }

    /**
     * Asks SQL Lab to stop the last launch. Refused unless that is running or unknown.
     *
     * @return how it ended; whether it stopped is in the session's last launch, since not every database can stop a query
     */
    public ReviewResult stopLaunch() {
        return review.execute(StopLaunch::new);
    }

    /**
     * Takes the launch over by hand, after Superset refused to execute it, or where no channel can compile it.
     *
     * @return how it ended; what was handed over is in the session's last launch
     */
    public ReviewResult handOff() {
        return review.execute(HandOffLaunch::new);
    }

    /**
     * Confirms that a launch that was taken over has run.
     *
     * @param reference evidence of the run, such as SQL Lab's link
     * @return how it ended
     */
    public ReviewResult confirmLaunch(String reference) {
        return review.execute(context -> new ConfirmManualLaunch(context, reference));
    }
}
