package io.dsreview.api.semantic;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * How the values of a field are written.
 *
 * @param notation the notation of the pattern
 * @param pattern the pattern, at most {@value FieldMeaning#MAX_TEXT} characters
 */
public record FieldFormat(
        @NotNull Notation notation,
        @NotNull @Size(max = FieldMeaning.MAX_TEXT) String pattern) {

    /** The notations that Superset uses. */
    public enum Notation {
        /** How a number is shown: d3's format specifiers, such as {@code ,.2f}. */
        D3,
        /** How a time is written in the data: Python's {@code strftime}, or {@code epoch_s} or {@code epoch_ms}. */
        STRFTIME
    }
}
