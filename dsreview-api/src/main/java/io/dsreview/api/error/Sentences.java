package io.dsreview.api.error;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The sentences of a resource bundle in one language, each taken apart once. Thread-safe. */
final class Sentences {

    private static final ResourceBundle.Control CONTROL =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    /** As many as there are bundles, and languages that they are written in. */
    private static final Map<Key, Sentences> KNOWN = new ConcurrentHashMap<>();

    private final ResourceBundle bundle;
    private final Set<String> keys;
    private final Map<String, List<Piece>> pieces = new ConcurrentHashMap<>();

    private record Key(String bundle, Locale language) {}

    /**
     * A piece of a sentence.
     *
     * @param text text that stands there as it is; where a value stands, nothing
     * @param name the name of the value; empty for text
     * @param worded true if the bundle has words for some values of that name
     * @param forms the forms of a word, of which one goes with the value; empty where the value itself stands
     */
    record Piece(String text, String name, boolean worded, List<String> forms) {}

    private Sentences(ResourceBundle bundle) {
        this.bundle = bundle;
        this.keys = Set.copyOf(bundle.keySet());
    }

    /**
     * Opens a bundle.
     *
     * @throws MissingResourceException if it is not on the class path
     */
    static Sentences of(String bundle, Locale locale) {
        ResourceBundle found = ResourceBundle.getBundle(bundle, locale, CONTROL);
        return KNOWN.computeIfAbsent(new Key(bundle, found.getLocale()), key -> new Sentences(found));
    }

    boolean has(String key) {
        return keys.contains(key);
    }

    String language() {
        return bundle.getLocale().getLanguage();
    }

    /**
     * Returns the pieces of a sentence, in order.
     *
     * @throws MissingResourceException if the bundle has no such key
     */
    List<Piece> get(String key) {
        return pieces.computeIfAbsent(key, each -> parse(bundle.getString(each)));
    }

    private List<Piece> parse(String text) {
        List<Piece> parsed = new ArrayList<>();
        int end = 0;
        for (int close = text.indexOf('}'); close >= 0; close = text.indexOf('}', close + 1)) {
            int open = text.lastIndexOf('{', close);
            int name = nameEnd(text, open + 1);
            if (open >= end && name > open + 1 && (name == close || text.charAt(name) == '|')) {
                parsed.add(text(text.substring(end, open)));
                parsed.add(value(text.substring(open + 1, name), text.substring(name, close)));
                end = close + 1;
            }
        }
        parsed.add(text(text.substring(end)));
        return List.copyOf(parsed);
    }

    private static Piece text(String text) {
        return new Piece(text, "", false, List.of());
    }

    private Piece value(String name, String forms) {
        boolean worded = keys.stream().anyMatch(key -> key.startsWith(name + "."));
        return new Piece(
                "",
                name,
                worded,
                forms.isEmpty() ? List.of() : List.of(forms.substring(1).split("\\|")));
    }

    private static int nameEnd(String text, int from) {
        int end = from;
        while ((text.charAt(end) >= 'a' && text.charAt(end) <= 'z')
                || (text.charAt(end) >= 'A' && text.charAt(end) <= 'Z')) {
            end++;
        }
        return end;
    }
}
