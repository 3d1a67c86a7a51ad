package io.dsreview.core.pipeline;

import io.dsreview.core.decision.RecoveryTerms;
import io.dsreview.core.seam.Alarm;
import java.util.concurrent.Executor;

/**
 * How recoveries are worked on.
 *
 * @param executor on whose threads; closed by whoever made it
 * @param terms how long one may take
 * @param alarm tells when it took too long, and when the lease is to be renewed
 */
public record RecoveryWork(Executor executor, RecoveryTerms terms, Alarm alarm) {

    /**
     * Returns what holds unless a host sets something else: the thread of the command does the work.
     *
     * @return the default
     */
    public static RecoveryWork onCallersThread() {
        return new RecoveryWork(Runnable::run, RecoveryTerms.DEFAULT, Alarm.system());
    }
}
