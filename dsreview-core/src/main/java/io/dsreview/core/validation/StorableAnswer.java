package io.dsreview.core.validation;

import io.dsreview.api.canonical.CanonicalJson;
import io.dsreview.api.command.ReviewCommand;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells whether what a port answered can be stored and hashed faithfully: its texts and its whole numbers. Thread-safe. */
public final class StorableAnswer {

    /** Longest text, SQL apart, in UTF-16 code units: as long as a link. Two of them fit into a document that is hashed. */
    static final int MAX_TEXT = ReviewCommand.MAX_LINK;

    /** SQL is hashed as it is, whatever its length. */
    private static final String SQL = "sql";

    private StorableAnswer() {}

    /**
     * Looks through an answer.
     *
     * @param answer records, collections, maps and optionals of texts, numbers and whatever else
     * @return false if it holds a text that is too long or has a NUL character or half a surrogate pair, or a whole number
     *     that canonical JSON does not take
     */
    public static boolean isStorable(@Nullable Object answer) {
        if (answer instanceof CharSequence text) {
            return text.length() <= MAX_TEXT && StorableText.isStorable(text);
        }
        if (answer instanceof Long number) {
            return Math.abs((double) number) <= CanonicalJson.MAX_INTEGER;
        }
        if (answer instanceof Collection<?> collection) {
            return collection.stream().allMatch(StorableAnswer::isStorable);
        }
        if (answer instanceof Map<?, ?> map) {
            return isStorable(map.keySet()) && isStorable(map.values());
        }
        if (answer instanceof Optional<?> optional) {
            return optional.isEmpty() || isStorable(optional.get());
        }
        if (answer instanceof Record record) {
            for (RecordComponent component : StorableText.COMPONENTS.get(record.getClass())) {
                if (!isStorable(component, StorableText.read(record, component))) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean isStorable(RecordComponent component, @Nullable Object value) {
        if (component.getName().equals(SQL) && value instanceof String sql) {
            return StorableText.isStorable(sql);
        }
        return isStorable(value);
    }
}
