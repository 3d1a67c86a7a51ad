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
     * @return the number of the line, or {@code column} or {@code metric}
     */
    default String key() {
        return this instanceof Line line
                ? Long.toString(line.number())
                : ((DatasetField) this).kind() == Kind.COLUMN ? "column" : "metric";
    }
}
