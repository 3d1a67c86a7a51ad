package io.dsreview.superset.traffic;

import io.dsreview.superset.seam.Timekeeper;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The clock that is never set, in the shape in which resilience4j takes one: good for differences only. */
final class SteadyClock extends Clock {

    private final Timekeeper time;

    SteadyClock(Timekeeper time) {
        this.time = time;
    }

    @Override
    public Instant instant() {
        return Instant.EPOCH.plusNanos(time.nanos());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
