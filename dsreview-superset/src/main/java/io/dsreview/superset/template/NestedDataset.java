package io.dsreview.superset.template;

import java.util.Set;

/**
 * A part of another dataset that a template puts in, by <code>{{ dataset(7) }}</code> or
 * <code>{{ metric('m', 7) }}</code>, with the templates in it.
 *
 * @param id Superset's id of the dataset
 * @param part what of it
 * @param only the columns of the rows, or the metric, where the template names them; empty for all it may be. Copied
 */
public record NestedDataset(long id, Part part, Set<String> only) {

    /** What of a dataset can be put in. */
    public enum Part {
        /** Its SQL and columns, as {@code dataset} does. */
        ROWS,
        /** The same and all metrics, as {@code dataset} does with {@code include_metrics}. */
        ROWS_AND_METRICS,
        /** One metric, as {@code metric} does. */
        METRIC
    }

    /** Copies the names. */
    public NestedDataset {
        only = Set.copyOf(only);
    }

    boolean holdsRows() {
        return part != Part.METRIC;
    }

    boolean holdsColumn(String name) {
        return holdsRows() && isNamed(name);
    }

    boolean holdsMetric(String name) {
        return part == Part.ROWS_AND_METRICS || (part == Part.METRIC && isNamed(name));
    }

    private boolean isNamed(String name) {
        return only.isEmpty() || only.contains(name);
    }
}
