package io.dsreview.benchmarks.pairing;

import java.util.List;
import java.util.stream.Stream;

/**
 * The pairs of several JVMs, for one row of a table. Immutable.
 *
 * @param forks the pairs of each JVM; at least one JVM, with at least one pair each
 */
public record Sample(List<List<Pair>> forks) {

    private static final double NANOS = 1e6;

    /**
     * Copies.
     *
     * @throws IllegalArgumentException if there is no pair
     */
    public Sample {
        forks = forks.stream().map(List::copyOf).toList();
        if (forks.isEmpty() || forks.stream().anyMatch(List::isEmpty)) {
            throw new IllegalArgumentException("a JVM without a pair; each must have measured at least one");
        }
    }

    /**
     * Returns these pairs and others of the same row.
     *
     * @param more the pairs of more JVMs
     * @return the pairs of all JVMs
     */
    public Sample with(Sample more) {
        return new Sample(Stream.concat(forks.stream(), more.forks.stream()).toList());
    }

    /**
     * Returns the ratio below which a share of all pairs lies.
     *
     * @param share 0 to 1; 0.5 for the median
     * @return the ratio
     */
    public double ratio(double share) {
        return quantile(pairs().mapToDouble(Pair::ratio).sorted().toArray(), share);
    }

    /**
     * Returns the medians of the single JVMs.
     *
     * @return a ratio for each, the smallest first
     */
    public List<Double> forkRatios() {
        return forks.stream()
                .map(fork -> new Sample(List.of(fork)).ratio(0.5))
                .sorted()
                .toList();
    }

    /**
     * Returns how long the measured way took.
     *
     * @return the median, in milliseconds
     */
    public double subjectMillis() {
        return subjectMillis(0.5);
    }

    /**
     * Returns the time below which the measured way stayed in a share of all pairs.
     *
     * @param share 0 to 1; 0.95 for all but the slowest twentieth
     * @return the time, in milliseconds
     */
    public double subjectMillis(double share) {
        return quantile(pairs().mapToDouble(Pair::subject).sorted().toArray(), share) / NANOS;
    }

    /**
     * Returns the time below which the measured way stayed in a share of the pairs of that JVM which was disturbed least.
     *
     * @param share 0 to 1; 0.95 for all but the slowest twentieth
     * @return the least of the JVMs' times, in milliseconds
     */
    public double calmestMillis(double share) {
        return forks.stream()
                .mapToDouble(fork -> new Sample(List.of(fork)).subjectMillis(share))
                .min()
                .orElseThrow();
    }

    /**
     * Returns how long the floor took.
     *
     * @return the median, in milliseconds
     */
    public double floorMillis() {
        return quantile(pairs().mapToDouble(Pair::floor).sorted().toArray(), 0.5) / NANOS;
    }

    private Stream<Pair> pairs() {
        return forks.stream().flatMap(List::stream);
    }

    /** Between two values, the straight line between them. */
    private static double quantile(double[] sorted, double share) {
        double at = share * (sorted.length - 1);
        int below = (int) Math.floor(at);
        int above = (int) Math.ceil(at);
        return sorted[below] + (sorted[above] - sorted[below]) * (at - below);
    }
}
