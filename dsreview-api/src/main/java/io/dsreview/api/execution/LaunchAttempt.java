package io.dsreview.api.execution;

import org.jspecify.annotations.Nullable;

/**
 * One attempt to launch: the intent, and how it ended. Its end is final, except that what is running or unknown may be
 * looked up; a further launch is a further attempt.
 *
 * @param intent the decision, stored before anything was sent
 * @param outcome how it ended, or null while it is sent or waits for a person
 * @param manual what was handed to a person, or null
 * @param context the record of the run, made when the attempt was confirmed to have run; else null
 */
public record LaunchAttempt(
        LaunchIntent intent,
        @Nullable LaunchOutcome outcome,
        @Nullable ManualLaunch manual,
        @Nullable RunContext context) {

    /**
     * Tells whether the query is known to have run.
     *
     * @return true after success, and after a confirmed manual launch
     */
    public boolean hasRun() {
        return outcome instanceof LaunchOutcome.Succeeded || outcome instanceof LaunchOutcome.ConfirmedByHand;
    }
}
