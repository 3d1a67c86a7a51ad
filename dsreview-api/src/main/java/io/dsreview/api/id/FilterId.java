package io.dsreview.api.id;

/**
 * A filter imported from Superset: the id of a native filter, such as {@code NATIVE_FILTER-8jS1fx4hl}.
 *
 * @param value the text: 1 to 255 UTF-16 code units, not blank, no control characters
 */
public record FilterId(String value) {

    /**
     * Checks the text.
     *
     * @throws IllegalArgumentException if the text is blank, too long, or holds control characters or lone surrogates
     */
    public FilterId {
        IdText.require("a filter id", value);
    }

    /** Returns the bare text. */
    @Override
    public String toString() {
        return value;
    }
}
