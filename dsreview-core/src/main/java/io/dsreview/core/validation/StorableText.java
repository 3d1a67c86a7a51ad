package io.dsreview.core.validation;

import io.dsreview.api.error.Problem;
import io.dsreview.core.finding.ReviewProblem;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds text that cannot be stored and hashed faithfully: NUL characters, which databases refuse, and lone surrogates,
 * which no encoding can carry. Everything else, other control characters included, is stored as it is.
 */
final class StorableText {

    /** Looked up once: the JVM makes them anew for whoever asks. */
    static final ClassValue<RecordComponent[]> COMPONENTS = new ClassValue<>() {
        @Override
        protected RecordComponent[] computeValue(Class<?> type) {
            RecordComponent[] components = type.getRecordComponents();
            for (RecordComponent component : components) {
                component.getAccessor().setAccessible(true);
            }
            return components;
        }
    };

    private StorableText() {}

    /** Most text in one command, in UTF-16 code units: what is stored, hashed and shown again as a whole. */
    static final int MAX_TOTAL = 1_000_000;

    static Stream<Problem> violations(Object root) {
        List<Problem> found = new ArrayList<>();
        long total = visit(root, "", found);
        if (total > MAX_TOTAL) {
            found.add(Problem.of(ReviewProblem.INPUT_TOO_LONG, "field", "text", "limit", Integer.toString(MAX_TOTAL))
                    .about("text"));
        }
        return found.stream();
    }

    /** Returns how much text there is. */
    private static long visit(@Nullable Object value, String path, List<Problem> found) {
        long total = 0;
        if (value instanceof CharSequence text) {
            total = text.length();
            if (!isStorable(text)) {
                found.add(Problem.of(ReviewProblem.INPUT_UNPRINTABLE, "field", path)
                        .about(path));
            }
        } else if (value instanceof Collection<?> collection) {
            int index = 0;
            for (Object element : collection) {
                total += visit(element, path + "[" + index++ + "]", found);
            }
        } else if (value instanceof Record record) {
            for (RecordComponent component : COMPONENTS.get(record.getClass())) {
                String name = path.isEmpty() ? component.getName() : path + "." + component.getName();
                total += visit(read(record, component), name, found);
            }
        }
        return total;
    }

    static @Nullable Object read(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (IllegalAccessException | InvocationTargetException unreadable) {
            throw new IllegalStateException("the component " + component.getName() + " cannot be read", unreadable);
        }
    }

    static boolean isStorable(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\0' || Character.isLowSurrogate(c)) {
                return false;
            }
            if (Character.isHighSurrogate(c)) {
                if (i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }
}
