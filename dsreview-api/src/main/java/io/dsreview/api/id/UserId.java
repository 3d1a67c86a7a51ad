package io.dsreview.api.id;

/**
 * A person or service account of the host, unique within its tenant.
 *
 * @param value the text: 1 to 255 UTF-16 code units, not blank, no control characters
 */
public record UserId(String value) {

    /**
     * Checks the text.
     *
     * @throws IllegalArgumentException if the text is blank, too long, or holds control characters or lone surrogates
     */
    public UserId {
        IdText.require("a user id", value);
    }

    /** Returns the bare text. */
    @Override
    public String toString() {
        return value;
    }
}
