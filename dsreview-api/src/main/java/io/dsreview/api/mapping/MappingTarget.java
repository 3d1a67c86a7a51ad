package io.dsreview.api.mapping;

import io.dsreview.api.id.FieldId;
import io.dsreview.api.id.VariableId;

/** Where the value of a filter goes. */
public sealed interface MappingTarget {

    /**
     * A condition on a column around the dataset's own SQL.
     *
     * @param field the column
     */
    record Column(FieldId field) implements MappingTarget {}

    /**
     * A variable of the dataset's template.
     *
     * @param variable the variable
     */
    record Variable(VariableId variable) implements MappingTarget {}

    /** The time range, grain or time column of the query. */
    record Time() implements MappingTarget {}

    /**
     * Returns the target as one word, used in ids and hashes.
     *
     * @return such as {@code column:status}, {@code variable:url_param:region} or {@code time}
     */
    default String key() {
        if (this instanceof Column column) {
            return "column:" + column.field();
        }
        return this instanceof Variable variable ? "variable:" + variable.variable() : "time";
    }
}
