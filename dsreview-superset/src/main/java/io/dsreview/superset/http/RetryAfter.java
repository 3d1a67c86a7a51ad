package io.dsreview.superset.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/** When a server wants to be asked again (RFC 9110, section 10.2.3): after a while, at a moment, or it does not say. */
record RetryAfter(@Nullable Duration pause, @Nullable Instant moment) {

    private static final Duration UNSAID = Duration.ofSeconds(1);
    private static final int MOST_DIGITS = 9;

    static RetryAfter of(Headers headers) {
        String value = headers.get("Retry-After");
        if (value != null && value.matches("[0-9]{1," + MOST_DIGITS + "}")) {
            return new RetryAfter(Duration.ofSeconds(Long.parseLong(value)), null);
        }
        Date date = headers.getDate("Retry-After");
        return new RetryAfter(null, date == null ? null : date.toInstant());
    }

    /** Returns how long to wait; one second where the server does not say. */
    Duration from(Instant now) {
        if (pause != null) {
            return pause;
        }
        if (moment == null) {
            return UNSAID;
        }
        Duration until = Duration.between(now, moment);
        return until.isNegative() ? Duration.ZERO : until;
    }
}
