package io.dsreview.api.mapping;

/**
 * One value of a filter condition, with its type kept: Superset treats the text {@code 1} and the number {@code 1}
 * differently.
 *
 * @param type what kind of value it is
 * @param text the value as text; a number as JSON writes it, {@code true} or {@code false}, empty for null
 */
public record FilterScalar(Type type, String text) {

    /** The types a condition's value may have. */
    public enum Type {
        /** Text. */
        TEXT,
        /** A number, in the digits the server sent. */
        NUMBER,
        /** True or false. */
        BOOLEAN,
        /** No value: SQL's null. */
        NULL
    }

    /**
     * Makes a text value.
     *
     * @param text the text
     * @return the value
     */
    public static FilterScalar text(String text) {
        return new FilterScalar(Type.TEXT, text);
    }
}
