package io.dsreview.api.id;

/**
 * One finding, derived from its code and target, so that the same doubt keeps its id.
 *
 * @param value the text: 1 to 255 UTF-16 code units, not blank, no control characters
 */
public record FindingId(String value) {

    /**
     * Checks the text.
     *
     * @throws IllegalArgumentException if the text is blank, too long, or holds control characters or lone surrogates
     */
    public FindingId {
        IdText.require("a finding id", value);
    }

    /** Returns the bare text. */
    @Override
    public String toString() {
        return value;
    }
}
