package io.dsreview.api.canonical;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Canonical JSON: one value, one sequence of bytes, on every JVM and in every language that has a JCS library.
 *
 * <p>A strict subset of <a href="https://www.rfc-editor.org/rfc/rfc8785">RFC 8785</a> in UTF-8. A document is a {@code
 * Map} with {@code String} keys, a {@code List}, a {@code String}, an {@code Integer} or {@code Long}, a {@code
 * Boolean} or {@code null}. Keys are sorted by UTF-16 code units. Decimals are refused, because their shortest
 * form differs between Java releases: they travel as strings. Strings are kept as they are, without Unicode
 * normalisation. An absent key and a {@code null} value are two different documents.
 *
 * <p>Messages of refusals say where and what would be legal; they never repeat content. Stateless: any thread may call.
 */
public final class CanonicalJson {

    /** The largest document in bytes of its canonical form: 1,048,576. */
    public static final int MAX_BYTES = 1_048_576;

    /** The deepest nesting of arrays and objects; a scalar has depth 0, {@code []} has depth 1. */
    public static final int MAX_DEPTH = 64;

    /** The largest absolute value of an integer, 2<sup>53</sup> − 1: what every JSON reader can hold exactly. */
    public static final long MAX_INTEGER = (1L << 53) - 1;

    private CanonicalJson() {}

    /**
     * Writes the canonical bytes of a document.
     *
     * @param value the document; the order of its map entries does not matter
     * @return UTF-8 without a byte order mark, at most {@link #MAX_BYTES} bytes
     * @throws IllegalArgumentException if a value or key has another type than those above, an integer lies beyond
     *     ±{@link #MAX_INTEGER}, a string holds U+0000 or half of a surrogate pair, a map holds two equal keys, or a
     *     limit on depth or size is exceeded
     */
    public static byte[] encode(@Nullable Object value) {
        return new CanonicalWriter().write(value);
    }

    /**
     * Reads canonical bytes, and nothing else: whatever {@link #encode} would write differently is refused.
     *
     * @param canonical the bytes, left untouched
     * @return an unmodifiable {@code Map} in canonical key order, an unmodifiable {@code List}, a {@code String}, a
     *     {@code Long}, a {@code Boolean}, or {@code null} for the document {@code null}
     * @throws IllegalArgumentException if the bytes are not UTF-8, not JSON, hold a key twice, break a limit, or are
     *     JSON in any other form than the canonical one
     */
    public static @Nullable Object decode(byte[] canonical) {
        if (canonical.length > MAX_BYTES) {
            throw new IllegalArgumentException("A canonical document has at most " + MAX_BYTES + " bytes, this one has "
                    + canonical.length + ": split it");
        }
        Object value = JsonReader.read(text(canonical));
        int difference = Arrays.mismatch(canonical, encode(value));
        if (difference >= 0) {
            throw new IllegalArgumentException("JSON, but not in canonical form: it differs at byte " + difference
                    + " from its canonical form. Encode the value with CanonicalJson.encode");
        }
        return value;
    }

    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw new IllegalArgumentException("A canonical document is UTF-8, these bytes are not", notUtf8);
        }
    }
}
