package io.dsreview.superset;

import io.dsreview.superset.seam.Timekeeper;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A clock that moves only by waiting. For one thread at a time. */
class ManualTime implements Timekeeper {

    private final List<Duration> pauses = new ArrayList<>();
    private long nanos;

    @Override
    public Instant now() {
        return Instant.ofEpochSecond(1_800_000_000L, nanos);
    }

    @Override
    public long nanos() {
        return nanos;
    }

    @Override
    public void pause(Duration pause) throws InterruptedException {
        nanos += pause.toNanos();
        pauses.add(pause);
    }

    List<Duration> pauses() {
        return pauses;
    }

    Duration waited() {
        return Duration.ofNanos(nanos);
    }
}
