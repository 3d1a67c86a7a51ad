package io.dsreview.benchmarks.pairing;

/**
 * The same piece of work done in two ways, one right after the other.
 *
 * @param subject how long the measured way took, in nanoseconds, more than 0
 * @param floor how long the way took that it is compared with, in nanoseconds, more than 0
 */
public record Pair(long subject, long floor) {

    /**
     * Checks both.
     *
     * @throws IllegalArgumentException if one of them is not more than 0
     */
    public Pair {
        if (subject <= 0 || floor <= 0) {
            throw new IllegalArgumentException(
                    "the times are " + subject + " and " + floor + " ns; more than 0 is legal for both");
        }
    }

    /**
     * Returns how much longer the measured way took.
     *
     * @return 1 for just as long
     */
    public double ratio() {
        return (double) subject / floor;
    }
}
