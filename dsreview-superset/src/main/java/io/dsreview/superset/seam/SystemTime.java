package io.dsreview.superset.seam;

import java.time.Duration;
import java.time.Instant;

/** The machine's own clock. */
final class SystemTime implements Timekeeper {

    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public long nanos() {
        return System.nanoTime();
    }

    @Override
    public void pause(Duration pause) throws InterruptedException {
        Thread.sleep(pause.toMillis());
    }
}
