package io.dsreview.superset.context;

import io.dsreview.api.command.ReviewCommand;

/** How large a recovered value may be: as large as one that a person may supply, so that all can be stored and hashed. */
final class ValueLimits {

    /** Most characters of one value, in UTF-16 code units. */
    static final int MAX_TEXT = ReviewCommand.MAX_TEXT;

    /** Most values of one filter. */
    static final int MAX_VALUES = ReviewCommand.MAX_ELEMENTS;

    private ValueLimits() {}

    static boolean isTooLong(String text) {
        return text.length() > MAX_TEXT;
    }
}
