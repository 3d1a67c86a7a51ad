package io.dsreview.superset.rison;

import org.jspecify.annotations.Nullable;

/**
 * Reads and writes Rison. Values are plain data:
 *
 * <table>
 * <caption>Rison and its values</caption>
 * <tr><th>Rison</th><th>value</th></tr>
 * <tr><td>{@code (k:v)}</td><td>{@code Map<String, Object>}, in order; of a repeated key the last value</td></tr>
 * <tr><td>{@code !(a,b)}</td><td>{@code List<Object>}</td></tr>
 * <tr><td>{@code 'it!'s'}, {@code name}</td><td>{@code String}</td></tr>
 * <tr><td>{@code 1.5e-3}</td><td>{@code BigDecimal}, with all its digits</td></tr>
 * <tr><td>{@code !t}, {@code !f}, {@code !n}</td><td>{@code true}, {@code false}, {@code null}</td></tr>
 * </table>
 *
 * <p>A percent sign and a plus stand for themselves: an address is decoded before. Stateless.
 */
public final class Rison {

    /** How deep objects and lists may be nested; 64, as for everything that is hashed later. */
    public static final int MAX_DEPTH = 64;

    /** How many characters are read at most. */
    public static final int MAX_LENGTH = 65_536;

    /** How many characters a number has at most; more than any number that Superset computes with. */
    public static final int MAX_NUMBER_LENGTH = 400;

    private Rison() {}

    /**
     * Reads a text, in time proportional to its length. Never throws.
     *
     * <p>Read is what the browser reads, without what it reads by accident: an illegal character that it skips, a number
     * that is none, a list or an object as a key. A number, {@code !t}, {@code !f} and {@code !n} as a key are the key that
     * the browser makes of them. Control characters are data. Refused beyond that are a number that a double cannot hold,
     * a number of more than 15 digits as a key, half a surrogate pair, and what exceeds the limits above.
     *
     * @param text the text, percent-decoded
     * @return the value, or why there is none
     */
    public static RisonReading read(String text) {
        try {
            return new RisonReading.Value(new RisonParser(text).document());
        } catch (RisonRefusal refusal) {
            return refusal.reading();
        }
    }

    /**
     * Writes a value. A text stands without quotes only where browser and server both read it so, and keys are in the
     * order of their UTF-16 units, as the browser writes them.
     *
     * @param value maps with texts as keys, lists, strings, booleans, null, and numbers of the types {@code Integer},
     *     {@code Long}, {@code BigInteger} and {@code BigDecimal}
     * @return Rison
     * @throws IllegalArgumentException if a part of the value is of another type, nested deeper than {@link #MAX_DEPTH},
     *     a number that a double cannot hold or that is longer than {@link #MAX_NUMBER_LENGTH}, or a text with half a
     *     surrogate pair
     */
    public static String write(@Nullable Object value) {
        return new RisonWriter().write(value);
    }
}
