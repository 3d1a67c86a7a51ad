package io.dsreview.api.mapping;

import io.dsreview.api.error.Problem;
import java.util.List;

/**
 * What becomes of a filter's value on its way to the target.
 *
 * @param arriving what the target gets, in normal form: operators in upper case, numbers as plain decimals, times as ISO 8601
 *     without zone, each value of a list once, the lower bound of a range first; for a {@code url_param} one condition
 *     {@code ==} with the text that is sent
 * @param warnings what of the value is lost, one problem for each kind of loss; copied
 */
public record Conversion(FilterValue arriving, List<Problem> warnings) {

    /** Copies the warnings. */
    public Conversion {
        warnings = List.copyOf(warnings);
    }

    /**
     * Returns a conversion that changes nothing.
     *
     * @param value the value
     * @return the conversion
     */
    public static Conversion none(FilterValue value) {
        return new Conversion(value, List.of());
    }

    /**
     * Tells whether something is lost.
     *
     * @return true if there is a warning
     */
    public boolean isLossy() {
        return !warnings.isEmpty();
    }
}
