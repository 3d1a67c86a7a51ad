package io.dsreview.superset.jinja.tree;

import java.util.List;

/** What a template passes or falls back to: a literal, or something that is only known when it is rendered. */
public sealed interface Value {

    /**
     * A text.
     *
     * @param text the text, with escapes resolved
     */
    record Text(String text) implements Value {}

    /**
     * A number.
     *
     * @param digits as it is written, without underscores, such as {@code 5}, {@code -1.50} or {@code 0xff}
     */
    record Numeral(String digits) implements Value {}

    /**
     * True or false.
     *
     * @param value which
     */
    record Truth(boolean value) implements Value {}

    /** None. */
    record None() implements Value {}

    /**
     * A list or tuple of literals.
     *
     * @param items the literals; copied
     */
    record Items(List<Value> items) implements Value {
        /** Copies the list. */
        public Items {
            items = List.copyOf(items);
        }
    }

    /** Not a literal. */
    record Computed() implements Value {}

    /**
     * Tells whether it is a literal.
     *
     * @return false if it is computed
     */
    default boolean isLiteral() {
        return !(this instanceof Computed);
    }
}
