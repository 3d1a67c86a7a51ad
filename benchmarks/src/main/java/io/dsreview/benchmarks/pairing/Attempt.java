package io.dsreview.benchmarks.pairing;

/** One way to do a piece of work, ready to be timed. For one thread. */
@FunctionalInterface
public interface Attempt extends AutoCloseable {

    /** Does the work; this is what is timed. Throws if it was not done, so that no failure passes for speed. */
    void run();

    /** Frees what it holds; not timed. */
    @Override
    default void close() {}
}
