package io.dsreview.test.recording;

import io.dsreview.test.recording.exchange.Asked;
import io.dsreview.test.recording.exchange.Body;
import io.dsreview.test.recording.exchange.Parameter;
import io.dsreview.test.recording.redaction.Placeholder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One recorded request held against the present one: what differs, how many values matched only because a placeholder
 * stands for any text, and the present values of volatile fields.
 */
final class Comparison {

    private static final int MAX_DIFFERENCES = 20;
    private static final int MAX_NAME = 60;

    private final List<String> differences = new ArrayList<>();
    private final Map<String, String> volatiles = new LinkedHashMap<>();
    private int loose;

    private Comparison() {}

    static Comparison of(Asked recorded, Asked present) {
        Comparison comparison = new Comparison();
        if (!recorded.method().equals(present.method())) {
            comparison.differs("the method was recorded as " + recorded.method());
        }
        comparison.text("the path", recorded.path(), present.path());
        comparison.query(recorded.query(), present.query());
        comparison.body(recorded.body(), present.body());
        return comparison;
    }

    boolean isMatch() {
        return differences.isEmpty();
    }

    List<String> differences() {
        return differences;
    }

    /** 0 if every value was recorded as it is asked now. */
    int loose() {
        return loose;
    }

    /** From placeholder to present value. */
    Map<String, String> volatiles() {
        return volatiles;
    }

    private void query(List<Parameter> recorded, List<Parameter> present) {
        Set<String> names = new LinkedHashSet<>();
        recorded.forEach(pair -> names.add(pair.name()));
        present.forEach(pair -> names.add(pair.name()));
        for (String name : names) {
            List<String> unmatched = values(recorded, name);
            List<String> asked = values(present, name);
            asked.removeIf(unmatched::remove);
            asked.removeIf(value -> removeFirstLike(value, unmatched));
            if (!asked.isEmpty() || !unmatched.isEmpty()) {
                boolean added = values(recorded, name).isEmpty();
                boolean missing = values(present, name).isEmpty();
                differs("query parameter " + shown(name)
                        + (added ? " was not recorded" : missing ? " is missing" : " has another value"));
            }
        }
    }

    private static List<String> values(List<Parameter> query, String name) {
        List<String> values = new ArrayList<>();
        query.stream().filter(pair -> pair.name().equals(name)).forEach(pair -> values.add(pair.value()));
        return values;
    }

    private boolean removeFirstLike(String value, List<String> recorded) {
        for (int i = 0; i < recorded.size(); i++) {
            if (Placeholder.matches(recorded.get(i), value)) {
                recorded.remove(i);
                loose++;
                return true;
            }
        }
        return false;
    }

    private void body(Body recorded, Body present) {
        if (recorded instanceof Body.Json json && present instanceof Body.Json asked) {
            json("$", json.value(), asked.value());
        } else if (recorded instanceof Body.Text text && present instanceof Body.Text asked) {
            text("the body", text.text(), asked.text());
        } else if (!recorded.equals(present)) {
            differs("the body was recorded as " + kind(recorded) + " and is " + kind(present));
        }
    }

    private static String kind(Body body) {
        return body instanceof Body.Json ? "JSON" : body instanceof Body.Text ? "text" : "empty";
    }

    private void json(String path, @Nullable Object recorded, @Nullable Object present) {
        if (recorded instanceof String string && Placeholder.isVolatile(string)) {
            volatiles.put(string, String.valueOf(present));
        } else if (recorded instanceof Map<?, ?> object && present instanceof Map<?, ?> asked) {
            members(path, object, asked);
        } else if (recorded instanceof List<?> array && present instanceof List<?> asked) {
            elements(path, array, asked);
        } else if (recorded instanceof Number number && present instanceof Number asked) {
            if (decimal(number).compareTo(decimal(asked)) != 0) {
                differs("body field " + path + " has another value");
            }
        } else if (recorded instanceof String string && (present instanceof String || present instanceof Number)) {
            text("body field " + path, string, present.toString());
        } else if (!Objects.equals(recorded, present)) {
            differs("body field " + path + " has another value");
        }
    }

    private void members(String path, Map<?, ?> recorded, Map<?, ?> present) {
        recorded.forEach((name, value) -> {
            String member = path + "." + shown(String.valueOf(name));
            if (present.containsKey(name)) {
                json(member, value, present.get(name));
            } else {
                differs("body field " + member + " is missing");
            }
        });
        present.keySet().stream()
                .filter(name -> !recorded.containsKey(name))
                .forEach(name ->
                        differs("body field " + path + "." + shown(String.valueOf(name)) + " was not recorded"));
    }

    private void elements(String path, List<?> recorded, List<?> present) {
        if (recorded.size() != present.size()) {
            differs("body field " + path + " was recorded with " + recorded.size() + " elements and has "
                    + present.size());
            return;
        }
        for (int i = 0; i < recorded.size(); i++) {
            json(path + "[" + i + "]", recorded.get(i), present.get(i));
        }
    }

    private void text(String what, String recorded, String present) {
        if (recorded.equals(present)) {
            return;
        }
        if (Placeholder.matches(recorded, present)) {
            loose++;
        } else {
            differs(what + (what.equals("the path") ? " was not recorded" : " has another value"));
        }
    }

    private static BigDecimal decimal(Number number) {
        return number instanceof BigDecimal decimal ? decimal : BigDecimal.valueOf(number.longValue());
    }

    private void differs(String what) {
        if (differences.size() < MAX_DIFFERENCES) {
            differences.add(what);
        }
    }

    private static String shown(String name) {
        return name.length() <= MAX_NAME ? name : name.substring(0, MAX_NAME) + "…";
    }
}
