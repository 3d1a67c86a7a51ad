package io.dsreview.api.superset;

/**
 * Hears from a recovery how far it is, and tells it whether to go on.
 *
 * <p>Called by the extractor, on whatever thread does the reading, one call at a time; it may take as long as a small write
 * to the store.
 */
@FunctionalInterface
public interface RecoveryMonitor {

    /**
     * Hears how far a recovery is.
     *
     * @param progress how far
     * @return false if nobody waits for the result any more, so that the recovery should stop as soon as it can; what it
     *     then returns does not matter
     */
    boolean report(RecoveryProgress progress);

    /**
     * Returns a monitor that listens to nothing and stops nothing.
     *
     * @return the monitor
     */
    static RecoveryMonitor none() {
        return progress -> true;
    }
}
