package io.dsreview.test.recording;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Rebuilds JSON documents; their depth is limited by the reader. */
final class JsonTree {

    /** Gives the new value of a member; its key stays. */
    interface MemberChange {
        @Nullable
        Object apply(String key, @Nullable Object value);
    }

    private JsonTree() {}

    /** Every string changed, keys included. */
    static @Nullable Object map(@Nullable Object value, UnaryOperator<String> change) {
        if (value instanceof String text) {
            return change.apply(text);
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> changed = new LinkedHashMap<>();
            map.forEach((key, member) -> changed.put(change.apply(String.valueOf(key)), map(member, change)));
            return changed;
        }
        return value instanceof List<?> list ? mapElements(list, element -> map(element, change)) : value;
    }

    /** The members of an object, at this level only. */
    static Map<String, @Nullable Object> mapMembers(Map<?, ?> object, MemberChange change) {
        Map<String, @Nullable Object> changed = new LinkedHashMap<>();
        object.forEach((key, member) -> changed.put(String.valueOf(key), change.apply(String.valueOf(key), member)));
        return changed;
    }

    /** The elements of an array, at this level only. */
    static List<@Nullable Object> mapElements(List<?> array, ElementChange change) {
        List<@Nullable Object> changed = new ArrayList<>();
        array.forEach(element -> changed.add(change.apply(element)));
        return changed;
    }

    interface ElementChange {
        @Nullable
        Object apply(@Nullable Object element);
    }
}
