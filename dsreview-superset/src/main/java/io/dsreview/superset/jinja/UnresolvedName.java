package io.dsreview.superset.jinja;

/**
 * Something in a template that dsreview carries no value for.
 *
 * @param kind what it is
 * @param name the name as the template has it; for a syntax error what is wrong
 * @param line line in the template, from 1
 * @param column column in the line, from 1
 */
public record UnresolvedName(Kind kind, String name, int line, int column) {

    /** What a template can hold that has no value. */
    public enum Kind {
        /** A function or filter of Superset's other than {@code url_param} and {@code filter_values}. */
        MACRO,
        /** A variable that nothing defines. */
        VARIABLE,
        /** A call of {@code url_param} or {@code filter_values} whose parameter or column is computed. */
        ARGUMENT,
        /** The template cannot be parsed from here on. */
        SYNTAX
    }

    /**
     * Returns what makes it the same thing elsewhere.
     *
     * @return kind and name
     */
    public String key() {
        return kind + ":" + name;
    }
}
