package io.dsreview.api.mapping;

/**
 * A field that holds a template and reaches a query.
 *
 * @param kind which field
 * @param name the column or metric, or Superset's id of the chart; empty where there is one only
 */
public record TemplateField(Kind kind, String name) {

    /** The fields that hold templates. */
    public enum Kind {
        /** The SQL of a virtual dataset, or of a query. */
        SQL,
        /** The expression of a calculated column. */
        COLUMN,
        /** The expression of a metric. */
        METRIC,
        /** The condition for the values that filters offer. */
        FETCH_VALUES_PREDICATE,
        /** A condition, column or metric that a chart holds itself. */
        CHART,
        /** A row-level rule. */
        ROW_LEVEL_RULE
    }

    /**
     * Makes a field of which there is one only.
     *
     * @param kind which field
     * @return the field
     */
    public static TemplateField of(Kind kind) {
        return new TemplateField(kind, "");
    }
}
