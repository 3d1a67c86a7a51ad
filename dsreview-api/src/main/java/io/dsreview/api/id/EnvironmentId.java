package io.dsreview.api.id;

/**
 * A Superset installation that the host has configured, by the name the host gave it.
 *
 * @param value the text: 1 to 255 UTF-16 code units, not blank, no control characters
 */
public record EnvironmentId(String value) {

    /**
     * Checks the text.
     *
     * @throws IllegalArgumentException if the text is blank, too long, or holds control characters or lone surrogates
     */
    public EnvironmentId {
        IdText.require("an environment id", value);
    }

    /** Returns the bare text. */
    @Override
    public String toString() {
        return value;
    }
}
