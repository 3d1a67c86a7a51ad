package io.dsreview.core.decision;

import java.time.Duration;

/**
 * How long a recovery may take.
 *
 * @param timeout after how long one fails that has not ended
 * @param lease for how long whoever works on one is believed to, without having been heard of; renewed three times as often
 */
public record RecoveryTerms(Duration timeout, Duration lease) {

    /** What holds unless a host sets something else: ten minutes, and half a minute. */
    public static final RecoveryTerms DEFAULT = new RecoveryTerms(Duration.ofMinutes(10), Duration.ofSeconds(30));

    /** Checks both. */
    public RecoveryTerms {
        if (timeout.isNegative() || timeout.isZero() || lease.compareTo(Duration.ofMillis(3)) < 0) {
            throw new IllegalArgumentException("a recovery with the timeout " + timeout + " and the lease " + lease
                    + " cannot be worked on; the timeout must be positive, the lease at least 3 ms");
        }
    }
}
