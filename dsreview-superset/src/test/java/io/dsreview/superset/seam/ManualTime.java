package io.dsreview.superset.seam;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that moves only by waiting and by {@link #pass}. */
public final class ManualTime implements Timekeeper {

    public static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    private final AtomicLong nanos = new AtomicLong();
    private final List<Duration> pauses = new CopyOnWriteArrayList<>();

    @Override
    public Instant now() {
        return START.plusNanos(nanos.get());
    }

    @Override
    public long nanos() {
        return nanos.get();
    }

    @Override
    public void pause(Duration pause) {
        pauses.add(pause);
        pass(pause);
    }

    public void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    public List<Duration> pauses() {
        return pauses;
    }
}
