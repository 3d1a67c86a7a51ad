package io.dsreview.api.id;

/**
 * A column of the reviewed dataset, by its name in Superset.
 *
 * @param value the text: 1 to 255 UTF-16 code units, not blank, no control characters
 */
public record FieldId(String value) {

    /**
     * Checks the text.
     *
     * @throws IllegalArgumentException if the text is blank, too long, or holds control characters or lone surrogates
     */
    public FieldId {
        IdText.require("a field id", value);
    }

    /** Returns the bare text. */
    @Override
    public String toString() {
        return value;
    }
}
