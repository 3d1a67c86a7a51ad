package io.dsreview.superset.text;

import io.dsreview.api.command.ReviewCommand;

/** How large a recovered value may be: as large as one that a person may supply, so that all can be stored and hashed. */
public final class ValueLimits {

    /** Most characters of one value, in UTF-16 code units. */
    public static final int MAX_TEXT = ReviewCommand.MAX_TEXT;

    /** Most values of one filter. */
    public static final int MAX_VALUES = ReviewCommand.MAX_ELEMENTS;

    private ValueLimits() {}

    /**
     * Tells whether a text is too long for a value.
     *
     * @param text the text
     * @return true if it is
     */
    public static boolean isTooLong(String text) {
        return text.length() > MAX_TEXT;
    }
}
