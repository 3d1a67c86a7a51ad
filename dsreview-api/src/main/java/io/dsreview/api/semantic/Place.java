package io.dsreview.api.semantic;

import io.dsreview.api.id.EnvironmentId;

/** Where in a source a candidate was found. */
public sealed interface Place {

    /**
     * A line of a dictionary.
     *
     * @param number the line, from 1; the header is line 1
     */
    record Line(long number) implements Place {}

    /**
     * An entry of a dictionary that has no lines to speak of.
     *
     * @param text the way to it, such as {@code $[3]} in JSON or YAML, {@code columns.region} in dbt, {@code row 3} in a table
     */
    record Path(String text) implements Place {}

    /**
     * Nowhere: a model proposed it.
     *
     * @param provider the provider that was asked
     * @param model the model that answered
     */
    record Draft(String provider, String model) implements Place {}

    /**
     * A column or metric of a dataset.
     *
     * @param environment the Superset that has the dataset
     * @param dataset Superset's id of the dataset
     * @param datasetName the name it had
     * @param kind column or metric
     * @param name the name of the column or metric
     * @param changedOn when the dataset was last changed, as Superset writes it; compared, never interpreted
     */
    record DatasetField(
            EnvironmentId environment, long dataset, String datasetName, Kind kind, String name, String changedOn)
            implements Place {}

    /** What a dataset describes. */
    enum Kind {
        /** A column, plain or calculated. */
        COLUMN,
        /** A metric. */
        METRIC
    }

    /**
     * Returns a short text that tells the places of one source apart for one field, in their order.
     *
     * @return the number of the line, the path, {@code draft}, {@code column} or {@code metric}
     */
    default String key() {
        if (this instanceof Line line) {
            return Long.toString(line.number());
        }
        if (this instanceof Path path) {
            return path.text();
        }
        if (this instanceof DatasetField field) {
            return field.kind() == Kind.COLUMN ? "column" : "metric";
        }
        return "draft";
    }
}
