package io.dsreview.api.execution;

import io.dsreview.api.id.FieldId;
import io.dsreview.api.mapping.TemplateField;
import io.dsreview.api.mapping.TemplateVariable;
import java.util.List;

/** What will run. It is part of the fingerprint of a preview. */
public sealed interface ExecutionTarget {

    /** Rows that are asked for unless somebody chooses otherwise. */
    int DEFAULT_ROW_LIMIT = 1_000;

    /** Most rows that may be asked for. */
    int MAX_ROW_LIMIT = 100_000;

    /**
     * Rows of the dataset.
     *
     * @param columns the columns, in order; empty for all columns the dataset has; copied
     * @param rowLimit most rows to return, 1 to {@link ExecutionTarget#MAX_ROW_LIMIT}
     */
    record DatasetRows(List<FieldId> columns, int rowLimit) implements ExecutionTarget {

        /**
         * Copies the columns.
         *
         * @throws IllegalArgumentException if the row limit is out of range
         */
        public DatasetRows {
            columns = List.copyOf(columns);
            if (rowLimit < 1 || rowLimit > MAX_ROW_LIMIT) {
                throw new IllegalArgumentException(
                        "rowLimit is " + rowLimit + "; 1 to " + MAX_ROW_LIMIT + " are legal");
            }
        }
    }

    /**
     * The query of a saved chart, with its own row limit.
     *
     * @param chart Superset's id of the chart
     */
    record ChartQuery(long chart) implements ExecutionTarget {}

    /**
     * Tells whether a variable can change the query.
     *
     * @param variable the variable
     * @return true if a template that asks for it gets into the query, or may
     */
    default boolean isReachedBy(TemplateVariable variable) {
        return variable.fields().stream().anyMatch(this::isReachedBy);
    }

    /**
     * Tells whether what a field's template renders to gets into the query: a metric's does nothing to plain rows.
     *
     * @param field the field
     * @return true if it does, or may
     */
    default boolean isReachedBy(TemplateField field) {
        return switch (field.kind()) {
            case SQL, ROW_LEVEL_RULE -> true;
            case COLUMN ->
                !(this instanceof DatasetRows rows)
                        || rows.columns().isEmpty()
                        || rows.columns().stream()
                                .anyMatch(column -> column.value().equals(field.name()));
            case METRIC -> this instanceof ChartQuery;
            case CHART ->
                this instanceof ChartQuery query
                        && String.valueOf(query.chart()).equals(field.name());
            case FETCH_VALUES_PREDICATE -> false;
        };
    }
}
