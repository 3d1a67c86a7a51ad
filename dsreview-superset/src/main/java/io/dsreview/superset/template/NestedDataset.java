package io.dsreview.superset.template;

/**
 * A part of another dataset that a template puts in, by <code>{{ dataset(7) }}</code> or
 * <code>{{ metric('m', 7) }}</code>, with the templates in it.
 *
 * @param id Superset's id of the dataset
 * @param part what of it
 * @param metric the name of the metric; empty unless it is about one
 */
public record NestedDataset(long id, Part part, String metric) {

    /** What of a dataset can be put in. */
    public enum Part {
        /** Its SQL and columns, as {@code dataset} does. */
        ROWS,
        /** The same and all metrics, as {@code dataset} does with {@code include_metrics}. */
        ROWS_AND_METRICS,
        /** One metric, as {@code metric} does. */
        METRIC,
        /** Any one metric: the template computes which. */
        ANY_METRIC
    }

    boolean holdsRows() {
        return part == Part.ROWS || part == Part.ROWS_AND_METRICS;
    }

    boolean holdsMetric(String name) {
        return part == Part.ROWS_AND_METRICS || part == Part.ANY_METRIC || (part == Part.METRIC && metric.equals(name));
    }
}
