package io.dsreview.superset.jinja;

import io.dsreview.superset.jinja.syntax.Position;

/**
 * A filter or test that Jinja does not have. Jinja refuses it when it compiles the template, unless the environment adds it,
 * or it stands under a condition.
 *
 * @param kind filter or test
 * @param name its name, perhaps with dots
 * @param position where the name stands
 */
public record UnknownFilter(Kind kind, String name, Position position) {

    /** Filters and tests have names of their own. */
    public enum Kind {
        /** {@code x | name}. */
        FILTER,
        /** {@code x is name}. */
        TEST
    }
}
