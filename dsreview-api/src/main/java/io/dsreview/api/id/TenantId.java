package io.dsreview.api.id;

/**
 * One customer of the host. Nothing of one tenant is ever reachable from another.
 *
 * @param value the text: 1 to 255 UTF-16 code units, not blank, no control characters
 */
public record TenantId(String value) {

    /**
     * Checks the text.
     *
     * @throws IllegalArgumentException if the text is blank, too long, or holds control characters or lone surrogates
     */
    public TenantId {
        IdText.require("a tenant id", value);
    }

    /** Returns the bare text. */
    @Override
    public String toString() {
        return value;
    }
}
