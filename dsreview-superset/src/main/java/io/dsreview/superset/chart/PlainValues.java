package io.dsreview.superset.chart;

import io.dsreview.superset.http.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON as maps, lists, strings, numbers, booleans and null. Numbers keep all their digits. */
final class PlainValues {

    private PlainValues() {}

    static @Nullable Object of(Json json) {
        String text = json.text();
        if (text != null) {
            return text;
        }
        if (json.isObject()) {
            return members(json);
        }
        if (json.isList()) {
            return elements(json);
        }
        if (json.isBoolean()) {
            return json.isTrue();
        }
        return number(json);
    }

    /** Returns the members of an object; none if it is no object. */
    static Map<String, @Nullable Object> members(Json json) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        json.members().forEach((name, value) -> members.put(name, of(value)));
        return members;
    }

    private static List<@Nullable Object> elements(Json json) {
        List<@Nullable Object> elements = new ArrayList<>();
        json.elements().forEach(element -> elements.add(of(element)));
        return elements;
    }

    private static @Nullable Object number(Json json) {
        if (json.integer().isPresent()) {
            return json.integer().getAsLong();
        }
        String number = json.number();
        return number == null ? null : new BigDecimal(number);
    }

    /** Copies all the way down. */
    static Map<String, @Nullable Object> copy(Map<String, @Nullable Object> values) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        values.forEach((name, value) -> copy.put(name, copyOf(value)));
        return Collections.unmodifiableMap(copy);
    }

    private static @Nullable Object copyOf(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> copy = new LinkedHashMap<>();
            map.forEach((name, each) -> copy.put(String.valueOf(name), copyOf(each)));
            return Collections.unmodifiableMap(copy);
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> copy = new ArrayList<>();
            list.forEach(each -> copy.add(copyOf(each)));
            return Collections.unmodifiableList(copy);
        }
        return value;
    }
}
