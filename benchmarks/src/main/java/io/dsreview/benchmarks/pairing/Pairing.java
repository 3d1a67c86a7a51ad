package io.dsreview.benchmarks.pairing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Times a measured way and a floor in turn, beginning now with the one, now with the other. What was done to warm up is
 * thrown away. Stateless.
 *
 * @param warmUp how many pairs are thrown away, 0 or more
 * @param pairs how many pairs are kept, 1 or more
 * @param clock tells the time, in nanoseconds
 */
public record Pairing(int warmUp, int pairs, LongSupplier clock) {

    /**
     * Checks both.
     *
     * @throws IllegalArgumentException if one of them is out of its range
     */
    public Pairing {
        if (warmUp < 0 || pairs < 1) {
            throw new IllegalArgumentException("there are " + warmUp + " pairs to warm up and " + pairs
                    + " to keep; 0 and more, and 1 and more, are legal");
        }
    }

    /**
     * Times by the clock on the wall, which also counts what else the machine does.
     *
     * @param warmUp how many pairs are thrown away, 0 or more
     * @param pairs how many pairs are kept, 1 or more
     */
    public Pairing(int warmUp, int pairs) {
        this(warmUp, pairs, System::nanoTime);
    }

    /**
     * Times two ways that each keep what they hold from one run to the next.
     *
     * @param subject makes the measured way, once
     * @param floor makes the way that it is compared with, once
     * @return the pairs, in order
     */
    public List<Pair> kept(Supplier<Attempt> subject, Supplier<Attempt> floor) {
        try (Attempt one = subject.get();
                Attempt other = floor.get()) {
            return measure(() -> nanos(one), () -> nanos(other));
        }
    }

    /**
     * Times two ways that are made anew for each run. Making and closing are not timed.
     *
     * @param subject makes the measured way
     * @param floor makes the way that it is compared with
     * @return the pairs, in order
     */
    public List<Pair> fresh(Supplier<Attempt> subject, Supplier<Attempt> floor) {
        return measure(() -> freshNanos(subject), () -> freshNanos(floor));
    }

    private List<Pair> measure(Supplier<Long> subject, Supplier<Long> floor) {
        List<Pair> kept = new ArrayList<>();
        for (int i = 0; i < warmUp + pairs; i++) {
            Pair pair = i % 2 == 0 ? subjectFirst(subject, floor) : floorFirst(subject, floor);
            if (i >= warmUp) {
                kept.add(pair);
            }
        }
        return kept;
    }

    private static Pair subjectFirst(Supplier<Long> subject, Supplier<Long> floor) {
        long one = subject.get();
        return new Pair(one, floor.get());
    }

    private static Pair floorFirst(Supplier<Long> subject, Supplier<Long> floor) {
        long other = floor.get();
        return new Pair(subject.get(), other);
    }

    private long freshNanos(Supplier<Attempt> maker) {
        try (Attempt attempt = maker.get()) {
            return nanos(attempt);
        }
    }

    private long nanos(Attempt attempt) {
        long start = clock.getAsLong();
        attempt.run();
        return clock.getAsLong() - start;
    }
}
