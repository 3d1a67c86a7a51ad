package io.dsreview.api.id;

/**
 * What connects one imported filter with one target, derived from both, so that a re-import keeps it.
 *
 * @param value the text: 1 to 255 UTF-16 code units, not blank, no control characters
 */
public record MappingId(String value) {

    /**
     * Checks the text.
     *
     * @throws IllegalArgumentException if the text is blank, too long, or holds control characters or lone surrogates
     */
    public MappingId {
        IdText.require("a mapping id", value);
    }

    /** Returns the bare text. */
    @Override
    public String toString() {
        return value;
    }
}
