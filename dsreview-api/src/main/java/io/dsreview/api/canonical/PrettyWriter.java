package io.dsreview.api.canonical;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Writes one indented document; {@link JsonText#pretty} states its rules. */
final class PrettyWriter {

    /** How a line begins at each depth. */
    private static final String[] LINES = IntStream.rangeClosed(0, CanonicalJson.MAX_DEPTH)
            .mapToObj(depth -> "\n" + "  ".repeat(depth))
            .toArray(String[]::new);

    /** A document of many megabytes is put together once, and not copied each time that it outgrows its place. */
    private static final int PIECE = 1 << 16;

    private final List<String> pieces = new ArrayList<>();
    private StringBuilder out = new StringBuilder();

    String write(@Nullable Object document) {
        value(document, 0);
        pieces.add(out.append('\n').toString());
        return String.join("", pieces);
    }

    private void value(@Nullable Object value, int depth) {
        if (value instanceof String text) {
            JsonString.quote(text, out);
        } else if (value instanceof Map<?, ?> map) {
            object(map, deeper(depth));
        } else if (value instanceof List<?> list) {
            array(list, deeper(depth));
        } else if (value == null || isLiteral(value)) {
            out.append(value);
        } else {
            throw new IllegalArgumentException("JSON text holds no "
                    + value.getClass().getName()
                    + ", only Map, List, String, Integer, Long, BigDecimal, Boolean and null");
        }
    }

    private static boolean isLiteral(Object value) {
        return value instanceof Boolean
                || value instanceof Integer
                || value instanceof Long
                || value instanceof BigDecimal;
    }

    private void object(Map<?, ?> map, int depth) {
        String separator = "{";
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (!(entry.getKey() instanceof String key)) {
                throw new IllegalArgumentException("Every key of a JSON object is a String, this one is not");
            }
            line(separator, depth);
            JsonString.quote(key, out);
            out.append(": ");
            value(entry.getValue(), depth);
            separator = ",";
        }
        close(map.isEmpty(), "{}", "}", depth);
    }

    private void array(List<?> list, int depth) {
        String separator = "[";
        for (Object element : list) {
            line(separator, depth);
            value(element, depth);
            separator = ",";
        }
        close(list.isEmpty(), "[]", "]", depth);
    }

    private void close(boolean empty, String whole, String bracket, int depth) {
        if (empty) {
            out.append(whole);
        } else {
            line("", depth - 1);
            out.append(bracket);
        }
    }

    private void line(String before, int depth) {
        out.append(before).append(LINES[depth]);
        if (out.length() > PIECE) {
            pieces.add(out.toString());
            out = new StringBuilder(out.length());
        }
    }

    private static int deeper(int depth) {
        if (depth == CanonicalJson.MAX_DEPTH) {
            throw new IllegalArgumentException("JSON text nests at most " + CanonicalJson.MAX_DEPTH
                    + " arrays and objects, this document nests deeper (or contains itself)");
        }
        return depth + 1;
    }
}
