package io.dsreview.test.recording.redaction;

import io.dsreview.test.recording.exchange.Body;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The values in one exchange that differ on every run: named in the request, repeated in the response. */
final class Volatiles {

    /** Shorter values are recognised only where they are a whole string: they turn up inside others by accident. */
    private static final int MIN_LENGTH_WITHIN_TEXT = 6;

    private final Set<String> fields;
    private final Map<String, String> placeholders = new LinkedHashMap<>();
    private int count;

    Volatiles(Set<String> fields) {
        this.fields = fields;
    }

    /** The request body with a placeholder for the value of each volatile field; remembers the strings among them. */
    Body mask(Body request) {
        return request instanceof Body.Json json ? new Body.Json(json(json.value())) : request;
    }

    /** A string of the response with a placeholder for each remembered value. */
    String mask(String response) {
        String masked = placeholders.getOrDefault(response, response);
        for (Map.Entry<String, String> entry : placeholders.entrySet()) {
            if (entry.getKey().length() >= MIN_LENGTH_WITHIN_TEXT) {
                masked = Placeholder.changeAround(masked, gap -> gap.replace(entry.getKey(), entry.getValue()));
            }
        }
        return masked;
    }

    private @Nullable Object json(@Nullable Object value) {
        if (value instanceof Map<?, ?> object) {
            return JsonTree.mapMembers(
                    object, (key, member) -> fields.contains(key) ? placeholder(key, member) : json(member));
        }
        return value instanceof List<?> array ? JsonTree.mapElements(array, this::json) : value;
    }

    private String placeholder(String field, @Nullable Object value) {
        if (value instanceof String string && !string.isEmpty()) {
            return placeholders.computeIfAbsent(string, unseen -> Placeholder.ofVolatile(field, ++count));
        }
        return Placeholder.ofVolatile(field, ++count);
    }
}
