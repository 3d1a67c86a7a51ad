package io.dsreview.api.id;

/**
 * Chosen by the caller for one command; repeating the command with the same key returns the first outcome.
 *
 * @param value the text: 1 to 255 UTF-16 code units, not blank, no control characters
 */
public record IdempotencyKey(String value) {

    /**
     * Checks the text.
     *
     * @throws IllegalArgumentException if the text is blank, too long, or holds control characters or lone surrogates
     */
    public IdempotencyKey {
        IdText.require("an idempotency key", value);
    }

    /** Returns the bare text. */
    @Override
    public String toString() {
        return value;
    }
}
