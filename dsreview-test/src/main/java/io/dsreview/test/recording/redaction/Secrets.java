package io.dsreview.test.recording.redaction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The secrets seen so far and their placeholders, the same one for the same value. Any thread may use it. */
final class Secrets {

    private final Map<String, String> placeholders = new HashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<Form> forms = new ArrayList<>();

    private record Form(String text, String placeholder) {
        @Override
        public String toString() {
            return placeholder;
        }
    }

    /** Learns the value if it is new; the empty text and a placeholder are no secrets and come back as they are. */
    synchronized String placeholder(String name, String value) {
        if (value.isEmpty() || Placeholder.isOne(value)) {
            return value;
        }
        return placeholders.computeIfAbsent(value, secret -> {
            String kind = Placeholder.kind(name);
            String placeholder = Placeholder.redacted(kind, numbers.merge(kind, 1, Integer::sum));
            SecretForms.of(secret).forEach(form -> forms.add(new Form(form, placeholder)));
            return placeholder;
        });
    }

    /** Grows whenever there is more to hide. */
    synchronized int count() {
        return forms.size();
    }

    String hide(String text) {
        return hidingSince(0).apply(text);
    }

    /** Hides what was learned after {@link #count()} had the given value and before this call. */
    synchronized UnaryOperator<String> hidingSince(int count) {
        List<Form> longestFirst = forms.subList(count, forms.size()).stream()
                .sorted(Comparator.comparingInt((Form form) -> form.text().length())
                        .reversed())
                .toList();
        return text -> hide(text, longestFirst);
    }

    private static String hide(String text, List<Form> longestFirst) {
        String hidden = text;
        for (Form form : longestFirst) {
            if (hidden.contains(form.text())) {
                hidden = Placeholder.changeAround(hidden, gap -> gap.replace(form.text(), form.placeholder()));
            }
        }
        return hidden;
    }

    /** Not even how many. */
    @Override
    public String toString() {
        return "Secrets";
    }
}
