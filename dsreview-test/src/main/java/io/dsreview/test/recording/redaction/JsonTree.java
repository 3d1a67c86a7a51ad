package io.dsreview.test.recording.redaction;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rebuilds JSON documents, one level at a time. */
final class JsonTree {

    /** Gives the new value of a member; its key stays. */
    interface MemberChange {
        @Nullable
        Object apply(String key, @Nullable Object value);
    }

    /** Gives the new value of an element. */
    interface ElementChange {
        @Nullable
        Object apply(@Nullable Object element);
    }

    private JsonTree() {}

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
}
