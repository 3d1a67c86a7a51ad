package io.dsreview.core.seam;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Has something done later, unless it is called off before. Thread-safe. */
@FunctionalInterface
public interface Alarm {

    /**
     * Has something done later, once, on a thread of the alarm's.
     *
     * @param delay after how long
     * @param what what to do; quick, and without exceptions
     * @return calls it off; does nothing if it was done already
     */
    Runnable after(Duration delay, Runnable what);

    /**
     * Returns the real one, which uses the JDK's own timer and common pool.
     *
     * @return the alarm
     */
    static Alarm system() {
        return (delay, what) -> {
            CompletableFuture<Boolean> due =
                    new CompletableFuture<Boolean>().completeOnTimeout(true, delay.toNanos(), TimeUnit.NANOSECONDS);
            CompletableFuture<Void> done = due.thenRunAsync(what);
            return () -> {
                due.cancel(false);
                done.cancel(false);
            };
        };
    }
}
