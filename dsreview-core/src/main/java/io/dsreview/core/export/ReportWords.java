package io.dsreview.core.export;

import io.dsreview.api.error.Words;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The words of reports in one language: labels, and what constants are called. Made for one report; not thread-safe. */
final class ReportWords {

    private static final String BUNDLE = "io.dsreview.core.export.Reports";

    private final Words words;

    /** The words of constants that were asked for: a report says the same few in every row. */
    private final Map<Enum<?>, String> ofConstants = new HashMap<>();

    ReportWords(Locale locale) {
        this.words = Words.of(BUNDLE, locale, Map.of());
    }

    /** The language that the words are in, as its ISO 639 code. */
    String language() {
        return words.get("language");
    }

    String label(String key) {
        return words.get("label." + key);
    }

    List<String> labels(String... keys) {
        return Stream.of(keys).map(this::label).toList();
    }

    /** A constant that the bundle knows, in its words; else by its name. Nothing for null. */
    String of(@Nullable Enum<?> constant) {
        return constant == null
                ? ""
                : ofConstants.computeIfAbsent(
                        constant, each -> named(each.getDeclaringClass().getSimpleName(), each.name()));
    }

    String named(String kind, String name) {
        String key = kind + "." + name;
        return words.has(key) ? words.get(key) : Markdown.code(name);
    }

    String yesOrNo(boolean value) {
        return words.get(value ? "yes" : "no");
    }
}
