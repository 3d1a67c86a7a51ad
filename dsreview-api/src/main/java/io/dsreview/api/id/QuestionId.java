package io.dsreview.api.id;

/**
 * One clarification question, derived from what it is about, so that a topic keeps its id.
 *
 * @param value the text: 1 to 255 UTF-16 code units, not blank, no control characters
 */
public record QuestionId(String value) {

    /**
     * Checks the text.
     *
     * @throws IllegalArgumentException if the text is blank, too long, or holds control characters or lone surrogates
     */
    public QuestionId {
        IdText.require("a question id", value);
    }

    /** Returns the bare text. */
    @Override
    public String toString() {
        return value;
    }
}
