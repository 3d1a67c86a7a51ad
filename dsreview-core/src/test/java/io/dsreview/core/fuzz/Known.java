package io.dsreview.core.fuzz;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Everything that a session consists of, by type: what a caller who has looked at it can name. Not thread-safe. */
final class Known {

    /** Sets and maps are in another order in each run; what is drawn of them is to depend on the seed alone. */
    private static final Comparator<@Nullable Object> BY_TEXT = Comparator.comparing(String::valueOf);

    private final Map<Class<?>, List<Object>> byType = new HashMap<>();
    private final List<String> texts = new ArrayList<>();

    static Known in(@Nullable Object root) {
        Known known = new Known();
        known.visit(root);
        return known;
    }

    private void visit(@Nullable Object value) {
        if (value instanceof String text) {
            texts.add(text);
        } else if (value instanceof List<?> list) {
            list.forEach(this::visit);
        } else if (value instanceof Collection<?> unordered) {
            unordered.stream().sorted(BY_TEXT).forEach(this::visit);
        } else if (value instanceof Map<?, ?> map) {
            map.entrySet().stream().sorted(Map.Entry.comparingByKey(BY_TEXT)).forEach(entry -> {
                visit(entry.getKey());
                visit(entry.getValue());
            });
        } else if (value instanceof Record record) {
            byType.computeIfAbsent(record.getClass(), type -> new ArrayList<>()).add(record);
            for (RecordComponent component : record.getClass().getRecordComponents()) {
                visit(Reflected.read(record, component));
            }
        }
    }

    List<String> texts() {
        return texts;
    }

    Optional<Object> any(Class<?> type, Random random) {
        List<Object> values = type == String.class ? List.copyOf(texts) : byType.getOrDefault(type, List.of());
        return values.isEmpty() ? Optional.empty() : Optional.of(values.get(random.nextInt(values.size())));
    }
}
