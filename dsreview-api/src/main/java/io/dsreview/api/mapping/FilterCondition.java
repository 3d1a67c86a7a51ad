package io.dsreview.api.mapping;

import io.dsreview.api.id.FieldId;
import java.util.List;

/**
 * A condition on one column, in Superset's terms.
 *
 * @param column the column
 * @param operator Superset's operator, such as {@code IN}, {@code >=} or {@code IS NULL}
 * @param values the values: any number for {@code IN} and {@code NOT IN}, none for {@code IS NULL} and its kin, else
 *     one; copied
 */
public record FilterCondition(FieldId column, String operator, List<FilterScalar> values) {

    /** Copies the values. */
    public FilterCondition {
        values = List.copyOf(values);
    }

    /**
     * Tells whether the operator takes a list.
     *
     * @return true for {@code IN} and {@code NOT IN}
     */
    public boolean takesList() {
        return operator.equalsIgnoreCase("IN") || operator.equalsIgnoreCase("NOT IN");
    }
}
