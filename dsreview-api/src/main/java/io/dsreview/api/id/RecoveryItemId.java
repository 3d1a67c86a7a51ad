package io.dsreview.api.id;

/**
 * One thing that recovery looked for, such as {@code filter:NATIVE_FILTER-status}.
 *
 * @param value the text: 1 to 255 UTF-16 code units, not blank, no control characters
 */
public record RecoveryItemId(String value) {

    /**
     * Checks the text.
     *
     * @throws IllegalArgumentException if the text is blank, too long, or holds control characters or lone surrogates
     */
    public RecoveryItemId {
        IdText.require("a recovery item id", value);
    }

    /** Returns the bare text. */
    @Override
    public String toString() {
        return value;
    }
}
