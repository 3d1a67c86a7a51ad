package io.dsreview.test.recording.file;

import io.dsreview.api.canonical.JsonText;
import io.dsreview.test.recording.exchange.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a JSON object of a recording; every complaint names the file and the field, for people edit these files. */
final class JsonFields {

    private final String where;
    private final Map<?, ?> object;

    private JsonFields(String where, @Nullable Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException(where + " is not a JSON object. Repair the file, or record again");
        }
        this.where = where;
        this.object = map;
    }

    static JsonFields parse(String file, String text) {
        return new JsonFields(file + ":", document(file, text));
    }

    private static @Nullable Object document(String file, String text) {
        try {
            return JsonText.parse(text);
        } catch (IllegalArgumentException broken) {
            throw new IllegalArgumentException(file + ": " + broken.getMessage(), broken);
        }
    }

    Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        object.keySet().forEach(name -> names.add(String.valueOf(name)));
        return names;
    }

    @Nullable
    Object value(String name) {
        return object.get(name);
    }

    JsonFields object(String name) {
        return new JsonFields(where + " " + name, object.get(name));
    }

    String string(String name) {
        if (object.get(name) instanceof String string) {
            return string;
        }
        throw wrong(name, "a string");
    }

    /** One string, or a list of them. */
    List<String> strings(String name) {
        return object.get(name) instanceof String string ? List.of(string) : strings(name, object.get(name));
    }

    List<Parameter> pairs(String name) {
        List<Parameter> pairs = new ArrayList<>();
        for (Object element : list(name, object.get(name))) {
            List<String> pair = strings(name, element);
            if (pair.size() != 2) {
                throw wrong(name, "a list of [name, value]");
            }
            pairs.add(new Parameter(pair.get(0), pair.get(1)));
        }
        return pairs;
    }

    int integer(String name, int least, int most) {
        if (object.get(name) instanceof Long number && number >= least && number <= most) {
            return number.intValue();
        }
        throw wrong(name, "an integer from " + least + " to " + most);
    }

    private List<String> strings(String name, @Nullable Object value) {
        List<String> strings = new ArrayList<>();
        for (Object element : list(name, value)) {
            if (!(element instanceof String string)) {
                throw wrong(name, "a list of strings");
            }
            strings.add(string);
        }
        return strings;
    }

    private List<?> list(String name, @Nullable Object value) {
        if (value instanceof List<?> list) {
            return list;
        }
        throw wrong(name, "a list");
    }

    private IllegalArgumentException wrong(String name, String expected) {
        return new IllegalArgumentException(
                where + " " + name + " must be " + expected + ". Repair the file, or record again");
    }
}
