package io.dsreview.api.session;

import io.dsreview.api.superset.RecoveryProgress;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The work on a recovery. Somebody works on it as long as the lease is renewed; once it has run out, somebody else may start
 * the next attempt, and whatever an earlier attempt still finds out changes nothing.
 *
 * @param attempt which attempt at the session's recovery this is, from 1; the fencing token
 * @param startedAt when it was started
 * @param leaseUntil until when somebody works on it, unless they renew it before
 * @param reportedAt when it was last heard how far it is
 * @param progress how far it was then
 */
public record RecoveryTask(
        long attempt, Instant startedAt, Instant leaseUntil, Instant reportedAt, RecoveryProgress progress) {

    /**
     * Tells whether somebody works on it.
     *
     * @param now the moment
     * @return true until the lease runs out
     */
    public boolean isLeased(Instant now) {
        return now.isBefore(leaseUntil);
    }

    /**
     * Estimates how long it takes from the last report on, if the rest goes as fast as what was done.
     *
     * @return the estimate; empty as long as nothing is done
     */
    public Optional<Duration> estimate() {
        return progress.done() == 0
                ? Optional.empty()
                : Optional.of(Duration.between(startedAt, reportedAt)
                        .multipliedBy(progress.total() - progress.done())
                        .dividedBy(progress.done()));
    }

    /**
     * Returns this task with its lease renewed.
     *
     * @param until until when
     * @return the copy
     */
    public RecoveryTask leasedUntil(Instant until) {
        return new RecoveryTask(attempt, startedAt, until, reportedAt, progress);
    }

    /**
     * Returns this task with a report.
     *
     * @param further how far it is
     * @param now when that was heard
     * @return the copy
     */
    public RecoveryTask reported(RecoveryProgress further, Instant now) {
        return new RecoveryTask(attempt, startedAt, leaseUntil, now, further);
    }
}
