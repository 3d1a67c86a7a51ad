package io.dsreview.superset.rison;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes one value. */
final class RisonWriter {

    /** What browser and server both read without quotes; each would write some more, which the other does not read. */
    private static final Pattern NAME =
            Pattern.compile("[\\w./~%+\\\\\\x7F-\\x{10FFFF}&&[^\\d]][\\w./~%+\\\\\\x7F-\\x{10FFFF}-]*+");

    private static final Pattern ESCAPED = Pattern.compile("['!]");

    private final StringBuilder rison = new StringBuilder();
    private int depth;

    String write(@Nullable Object value) {
        append(value);
        return rison.toString();
    }

    private void append(@Nullable Object value) {
        if (value == null) {
            rison.append("!n");
        } else if (value instanceof Boolean flag) {
            rison.append(flag ? "!t" : "!f");
        } else if (value instanceof String text) {
            string(text);
        } else if (value instanceof Map<?, ?> members) {
            object(members);
        } else if (value instanceof List<?> elements) {
            list(elements);
        } else {
            rison.append(RisonNumber.write(decimal(value)));
        }
    }

    private static BigDecimal decimal(Object value) {
        if (value instanceof BigDecimal number) {
            return number;
        }
        if (value instanceof BigInteger || value instanceof Long || value instanceof Integer) {
            return new BigDecimal(value.toString());
        }
        throw none(value, "");
    }

    private void object(Map<?, ?> members) {
        Map<String, @Nullable Object> sorted = new TreeMap<>();
        members.forEach((key, value) -> {
            if (!(key instanceof String name)) {
                throw none(key, " as a key");
            }
            sorted.put(name, value);
        });
        open("(");
        sorted.forEach((key, value) -> {
            separate();
            string(key);
            rison.append(':');
            append(value);
        });
        close();
    }

    private void list(List<?> elements) {
        open("!(");
        elements.forEach(element -> {
            separate();
            append(element);
        });
        close();
    }

    private void string(String text) {
        if (Surrogates.firstHalf(text) >= 0) {
            throw new IllegalArgumentException("Rison holds no half of a surrogate pair");
        }
        if (NAME.matcher(text).matches()) {
            rison.append(text);
        } else {
            rison.append('\'').append(ESCAPED.matcher(text).replaceAll("!$0")).append('\'');
        }
    }

    private void open(String bracket) {
        depth++;
        if (depth > Rison.MAX_DEPTH) {
            throw new IllegalArgumentException("Rison is nested at most " + Rison.MAX_DEPTH + " deep");
        }
        rison.append(bracket);
    }

    private void separate() {
        if (rison.charAt(rison.length() - 1) != '(') {
            rison.append(',');
        }
    }

    private void close() {
        rison.append(')');
        depth--;
    }

    private static IllegalArgumentException none(@Nullable Object value, String place) {
        String type = value == null ? "null" : value.getClass().getName();
        return new IllegalArgumentException("Rison has no " + type + place);
    }
}
