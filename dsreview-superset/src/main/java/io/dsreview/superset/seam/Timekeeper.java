package io.dsreview.superset.seam;

import java.time.Duration;
import java.time.Instant;

/** Where this module takes the time from, and how it waits. Called on any thread, concurrently. */
public interface Timekeeper {

    /**
     * Returns the present.
     *
     * @return the time of day
     */
    Instant now();

    /**
     * Returns a reading of a clock that is never set, for measuring.
     *
     * @return nanoseconds since an arbitrary moment
     */
    long nanos();

    /**
     * Waits.
     *
     * @param pause how long
     * @throws InterruptedException if the thread is interrupted meanwhile
     */
    void pause(Duration pause) throws InterruptedException;

    /**
     * Returns the clock of the machine.
     *
     * @return a timekeeper without state
     */
    static Timekeeper system() {
        return new SystemTime();
    }
}
