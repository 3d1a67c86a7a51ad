package io.dsreview.superset.rison;

import io.dsreview.api.error.Problem;
import io.dsreview.superset.error.SupersetErrorCode;
import org.jspecify.annotations.Nullable;

/** How the reading of a Rison text ended. */
public sealed interface RisonReading {

    /**
     * The text was Rison.
     *
     * @param value what it says, as {@link Rison} describes; unmodifiable; null for {@code !n}
     */
    record Value(@Nullable Object value) implements RisonReading {}

    /**
     * The text was not Rison.
     *
     * @param fault what is wrong
     * @param position where: the number of the UTF-16 unit, from 1 to one more than there are
     */
    record Refused(Fault fault, int position) implements RisonReading {

        /**
         * Returns the same as a problem, for a text that came with a link.
         *
         * @return the problem, with fault and position
         */
        public Problem problem() {
            return Problem.of(
                    SupersetErrorCode.LINK_RISON_UNREADABLE,
                    "fault",
                    fault.name(),
                    "position",
                    String.valueOf(position));
        }
    }

    /** What can be wrong with a Rison text. */
    enum Fault {
        /** The text is longer than {@link Rison#MAX_LENGTH}. */
        TOO_LONG,
        /** Objects and lists are nested deeper than {@link Rison#MAX_DEPTH}. */
        TOO_DEEP,
        /** Half a surrogate pair. */
        HALF_CHARACTER,
        /** The text ends where something has to follow; an empty text is one case of it. */
        UNEXPECTED_END,
        /** A character that cannot stand there. */
        UNEXPECTED_CHARACTER,
        /** An exclamation mark before something that it does not go with. */
        UNKNOWN_ESCAPE,
        /** A number that is none, that a double cannot hold, or longer than {@link Rison#MAX_NUMBER_LENGTH}. */
        ILLEGAL_NUMBER,
        /** A list, an object, or a number with more than 15 digits, as a key. */
        ILLEGAL_KEY,
        /** Something follows the end of the value. */
        TRAILING_TEXT
    }
}
