package io.dsreview.superset.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Members of form data and queries, read as leniently as JavaScript reads them. What is returned may be changed. */
final class Fields {

    private static final int LONGEST_NUMBER = 30;

    private Fields() {}

    /** Returns a list as it is, nothing as an empty one, and anything else as a list of one. */
    static List<@Nullable Object> list(@Nullable Object value) {
        List<@Nullable Object> list = new ArrayList<>();
        if (value instanceof List<?> values) {
            list.addAll(values);
        } else if (value != null) {
            list.add(value);
        }
        return list;
    }

    /** Returns an object; an empty one for anything else. */
    static Map<String, @Nullable Object> object(@Nullable Object value) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, each) -> object.put(String.valueOf(name), each));
        }
        return object;
    }

    /** Returns a text that is not empty, or null. */
    static @Nullable String text(@Nullable Object value) {
        return value instanceof String text && !text.isEmpty() ? text : null;
    }

    /** Returns the whole number that a number or text stands for, or null. */
    static @Nullable Long number(@Nullable Object value) {
        try {
            String text = value instanceof Number || value instanceof String
                    ? String.valueOf(value).strip()
                    : "";
            if (text.isEmpty() || text.length() > LONGEST_NUMBER) {
                return null;
            }
            return new BigDecimal(text).longValueExact();
        } catch (ArithmeticException | NumberFormatException noWholeNumber) {
            return null;
        }
    }

    /** Tells whether a value is none, or an empty one. */
    static boolean isEmpty(@Nullable Object value) {
        return value == null
                || Boolean.FALSE.equals(value)
                || "".equals(value)
                || (value instanceof List<?> list && list.isEmpty())
                || (value instanceof Map<?, ?> map && map.isEmpty());
    }
}
