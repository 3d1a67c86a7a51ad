package io.dsreview.api.superset;

/**
 * How far a recovery is. What there is to read becomes known while reading, so {@code total} may grow.
 *
 * @param stage what is being read
 * @param done how many of the requests known so far were answered, from 0 to {@code total}
 * @param total how many requests are known so far, over all stages, from 0
 */
public record RecoveryProgress(Stage stage, int done, int total) {

    /** What is being read, in the order in which it is. */
    public enum Stage {
        /** What the link itself names: dashboard, chart, saved state, query. */
        LINK,
        /** The datasets behind it. */
        DATASETS,
        /** The datasets that templates of those put in. */
        NESTED_DATASETS
    }

    /** The progress of a recovery that has not begun to read. */
    public static final RecoveryProgress NONE = new RecoveryProgress(Stage.LINK, 0, 0);

    /** Puts {@code done} within its range. */
    public RecoveryProgress {
        done = Math.max(0, Math.min(done, total));
    }
}
