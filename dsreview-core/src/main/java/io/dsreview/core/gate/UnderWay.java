package io.dsreview.core.gate;

import java.time.Duration;
import java.time.Instant;

/**
 * How long what was sent to Superset is taken to be under way while nobody has said what came of it. Whoever sent it may be
 * another process, so nothing but time tells that nobody waits for the answer any more.
 */
public final class UnderWay {

    /** Longer than any request to Superset lasts that is not given up by whoever sent it. */
    private static final Duration AT_MOST = Duration.ofMinutes(10);

    private UnderWay() {}

    /**
     * Tells whether nobody can be waiting for the answer any more.
     *
     * @param sent when it was sent
     * @param now the moment
     * @return true once that is longer ago than any request lasts
     */
    public static boolean isGivenUp(Instant sent, Instant now) {
        return !now.isBefore(sent.plus(AT_MOST));
    }
}
