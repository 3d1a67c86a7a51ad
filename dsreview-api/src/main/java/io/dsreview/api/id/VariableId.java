package io.dsreview.api.id;

/**
 * A variable of the dataset's template: its macro and name, such as {@code url_param:region}.
 *
 * @param value the text: 1 to 255 UTF-16 code units, not blank, no control characters
 */
public record VariableId(String value) {

    /**
     * Checks the text.
     *
     * @throws IllegalArgumentException if the text is blank, too long, or holds control characters or lone surrogates
     */
    public VariableId {
        IdText.require("a variable id", value);
    }

    /** Returns the bare text. */
    @Override
    public String toString() {
        return value;
    }
}
