package io.dsreview.api.mapping;

import io.dsreview.api.id.FieldId;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A condition on one column, in Superset's terms.
 *
 * @param column the column
 * @param operator Superset's operator, such as {@code IN}, {@code >=} or {@code IS NULL}
 * @param values the values: any number for {@code IN} and {@code NOT IN}, none for {@code IS NULL} and its kin, else
 *     one; copied
 */
public record FilterCondition(FieldId column, String operator, List<FilterScalar> values) {

    private static final Set<String> WITHOUT_VALUE = Set.of("IS NULL", "IS NOT NULL", "IS TRUE", "IS FALSE");

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

    /**
     * Tells whether the operator takes a value, or a list.
     *
     * @return false for {@code IS NULL}, {@code IS NOT NULL}, {@code IS TRUE} and {@code IS FALSE}
     */
    public boolean takesValue() {
        return !WITHOUT_VALUE.contains(operator.toUpperCase(Locale.ROOT));
    }
}
