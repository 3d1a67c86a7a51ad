package io.dsreview.superset.seam;

import java.time.Duration;

/** The moment until which one operation may take. Immutable. */
public final class Deadline {

    private final Timekeeper time;
    private final Duration budget;
    private final long end;

    private Deadline(Timekeeper time, Duration budget) {
        this.time = time;
        this.budget = budget;
        this.end = time.nanos() + budget.toNanos();
    }

    /**
     * Sets a deadline.
     *
     * @param time the clock
     * @param budget how long the operation may take, from now on
     * @return the deadline
     */
    public static Deadline in(Timekeeper time, Duration budget) {
        return new Deadline(time, budget);
    }

    /**
     * Returns the time left.
     *
     * @return the time left; zero or less once the deadline has passed
     */
    public Duration left() {
        return Duration.ofNanos(end - time.nanos());
    }

    /**
     * Returns how much time there was in all.
     *
     * @return the budget
     */
    public Duration budget() {
        return budget;
    }
}
