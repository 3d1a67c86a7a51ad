package io.dsreview.core.invariant;

import io.dsreview.core.invariant.Playing.Played;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.ShrinkingDistance;

/**
 * Gives jqwik one sequence after the other, each from the next seed, and the smaller ones of a sequence that fails. They are played
 * ahead, one on each processor and each in a world of its own, so that what a seed comes to does not depend on the others.
 */
final class Sequences implements RandomGenerator<Sequences.Sequence>, AutoCloseable {

    /** A sequence that can be played any number of times, always the same. */
    record Sequence(String name, Supplier<Played> player) {

        Played play() {
            return player.get();
        }

        /** The story of what happens, for a failing test. */
        @Override
        public String toString() {
            return name + "\n"
                    + Playing.of(play().steps(), UnaryOperator.identity()).story();
        }
    }

    private static final int AHEAD = 8;

    private final int threads = Runtime.getRuntime().availableProcessors();
    private final ExecutorService players = Executors.newFixedThreadPool(threads);
    private final Queue<Sequence> ahead = new ArrayDeque<>();
    private final long first;
    private long next;

    private Sequences(long first) {
        this.first = first;
        this.next = first;
    }

    static Sequences fromProperty() {
        return new Sequences(Long.getLong("invariants.seed", System.currentTimeMillis() * 1_000_000));
    }

    long first() {
        return first;
    }

    int threads() {
        return threads;
    }

    /** The next one; those after it are played meanwhile. */
    @Override
    public Shrinkable<Sequence> next(Random ignored) {
        while (ahead.size() < AHEAD * threads) {
            long seed = next++;
            CompletableFuture<Played> played =
                    CompletableFuture.supplyAsync(() -> Playing.ofSeed(seed, UnaryOperator.identity()), players);
            ahead.add(new Sequence("-Dinvariants.seed=" + seed + " -Dinvariants.sequences=1", played::join));
        }
        return new Smaller(ahead.remove());
    }

    @Override
    public void close() {
        players.shutdownNow();
    }

    private record Smaller(Sequence value) implements Shrinkable<Sequence> {

        @Override
        public Stream<Shrinkable<Sequence>> shrink() {
            return Shrinking.smaller(value.play().steps()).map(Smaller::of);
        }

        private static Shrinkable<Sequence> of(List<Step> steps) {
            return new Smaller(new Sequence("shrunk", () -> Playing.of(steps, UnaryOperator.identity())));
        }

        @Override
        public ShrinkingDistance distance() {
            List<Step> steps = value.play().steps();
            return ShrinkingDistance.of(
                    steps.size(), steps.stream().mapToLong(Step::complexity).sum());
        }
    }
}
