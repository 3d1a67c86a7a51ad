package io.dsreview.api.canonical;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes one canonical document; {@link CanonicalJson} states its rules. */
final class CanonicalWriter {

    /** Most documents are a few short values. */
    private static final int USUAL_LENGTH = 96;

    private final StringBuilder out = new StringBuilder(USUAL_LENGTH);

    byte[] write(@Nullable Object document) {
        value(document, 0);
        byte[] bytes = out.toString().getBytes(StandardCharsets.UTF_8);
        requireRoom(bytes.length);
        return bytes;
    }

    private void value(@Nullable Object value, int depth) {
        if (value == null || value instanceof Boolean) {
            append(String.valueOf(value));
        } else if (value instanceof String text) {
            string(text);
        } else if (value instanceof Integer || value instanceof Long) {
            integer(((Number) value).longValue());
        } else if (value instanceof Map<?, ?> map) {
            object(map, deeper(depth));
        } else if (value instanceof List<?> list) {
            array(list, deeper(depth));
        } else {
            throw refusedType(value);
        }
    }

    private void object(Map<?, ?> map, int depth) {
        append("{");
        String separator = "";
        for (Map.Entry<String, @Nullable Object> entry : sorted(map).entrySet()) {
            append(separator);
            string(entry.getKey());
            append(":");
            value(entry.getValue(), depth);
            separator = ",";
        }
        append("}");
    }

    private void array(List<?> list, int depth) {
        append("[");
        String separator = "";
        for (Object element : list) {
            append(separator);
            value(element, depth);
            separator = ",";
        }
        append("]");
    }

    /** {@code String.compareTo} is the order of RFC 8785, section 3.2.3: by UTF-16 code units. */
    private static Map<String, @Nullable Object> sorted(Map<?, ?> map) {
        Map<String, @Nullable Object> sorted = new TreeMap<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (!(entry.getKey() instanceof String key)) {
                throw new IllegalArgumentException("Every key of a canonical object is a String, this one is "
                        + (entry.getKey() == null
                                ? "null"
                                : "a " + entry.getKey().getClass().getName()));
            }
            if (sorted.containsKey(key)) {
                throw new IllegalArgumentException("A canonical object holds each key once, this map holds one twice");
            }
            sorted.put(key, entry.getValue());
        }
        return sorted;
    }

    private void integer(long number) {
        if (number > CanonicalJson.MAX_INTEGER || number < -CanonicalJson.MAX_INTEGER) {
            throw new IllegalArgumentException("A canonical integer lies within ±" + CanonicalJson.MAX_INTEGER
                    + ", this one does not: write it as a String");
        }
        append(Long.toString(number));
    }

    private void string(String text) {
        requireRoom((long) out.length() + text.length());
        if (JsonString.isPlain(text)) {
            out.append('"').append(text).append('"');
        } else {
            requireUnicode(text);
            JsonString.quote(text, out);
        }
    }

    private static void requireUnicode(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                throw new IllegalArgumentException(
                        "A canonical string holds no U+0000, this one has it at offset " + i);
            }
            if (Character.isSurrogate(c) && JsonString.isLoneSurrogate(text, i)) {
                throw new IllegalArgumentException(
                        "A canonical string is valid Unicode, this one has half of a surrogate pair at offset " + i);
            }
        }
    }

    private void append(String text) {
        requireRoom((long) out.length() + text.length());
        out.append(text);
    }

    /** Checked while writing, in chars (never more than bytes), so that a shared subtree cannot grow without end. */
    private static void requireRoom(long size) {
        if (size > CanonicalJson.MAX_BYTES) {
            throw new IllegalArgumentException("A canonical document has at most " + CanonicalJson.MAX_BYTES
                    + " bytes, this one has more: split it");
        }
    }

    private static int deeper(int depth) {
        if (depth == CanonicalJson.MAX_DEPTH) {
            throw new IllegalArgumentException("A canonical document nests at most " + CanonicalJson.MAX_DEPTH
                    + " arrays and objects, this one nests deeper (or contains itself)");
        }
        return depth + 1;
    }

    private static IllegalArgumentException refusedType(Object value) {
        boolean decimal = value instanceof BigDecimal || value instanceof Double || value instanceof Float;
        return new IllegalArgumentException("Canonical JSON holds no "
                + value.getClass().getName()
                + (decimal
                        ? ": decimals travel as strings, for example \"0.25\""
                        : ", only Map, List, String, Integer, Long, Boolean and null"));
    }
}
