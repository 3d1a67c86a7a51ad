package io.dsreview.api.canonical;

import org.jspecify.annotations.Nullable;

/**
 * JSON that people and other programs wrote: reads any RFC 8259 text, writes it readably.
 *
 * <p>Not an input to a hash: {@link CanonicalJson} is. Stateless: any thread may call.
 */
public final class JsonText {

    /** The longest number read, in characters: 1,000. Longer ones cost quadratic time, so they are refused. */
    public static final int MAX_NUMBER_LENGTH = 1_000;

    private JsonText() {}

    /**
     * Reads one document.
     *
     * @param text JSON with any legal whitespace, escapes and numbers, without a byte order mark
     * @return an unmodifiable {@code Map} or {@code List} in the order of the text, a {@code String} (which may hold
     *     half of a surrogate pair if the text escapes one), a {@code Boolean}, {@code null} for the document {@code
     *     null}; a number without fraction and exponent is a {@code Long} if it fits, any other number a {@code
     *     BigDecimal}
     * @throws IllegalArgumentException if the text is not one JSON document, holds a key twice in one object, nests
     *     deeper than {@link CanonicalJson#MAX_DEPTH}, or holds a number longer than {@link #MAX_NUMBER_LENGTH}; the
     *     message says the offset in chars and what was expected there, and never repeats the text
     */
    public static @Nullable Object parse(String text) {
        return JsonReader.read(text);
    }

    /**
     * Writes a document for people: two spaces per level, one member or element per line, a line break at the end.
     *
     * @param value what {@link #parse} returns, or the same built by hand with {@code Integer} beside {@code Long};
     *     keys keep the order of their map, any string is written so that {@link #parse} reads it back unchanged
     * @return the text
     * @throws IllegalArgumentException if a key or value has another type, or the document nests deeper than {@link
     *     CanonicalJson#MAX_DEPTH}
     */
    public static String pretty(@Nullable Object value) {
        return new PrettyWriter().write(value);
    }
}
