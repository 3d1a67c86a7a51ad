package io.dsreview.api.id;

/**
 * A semantic source, by the name its supplier gave it, such as {@code orders.csv}.
 *
 * @param value the text: 1 to 255 UTF-16 code units, not blank, no control characters
 */
public record SourceId(String value) {

    /**
     * Checks the text.
     *
     * @throws IllegalArgumentException if the text is blank, too long, or holds control characters or lone surrogates
     */
    public SourceId {
        IdText.require("a source id", value);
    }

    /** Returns the bare text. */
    @Override
    public String toString() {
        return value;
    }
}
