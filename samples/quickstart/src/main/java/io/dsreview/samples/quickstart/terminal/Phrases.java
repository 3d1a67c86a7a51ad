package io.dsreview.samples.quickstart.terminal;

import io.dsreview.api.error.Words;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the sample says in its own words; what the library says has words of its own.
 *
 * @param locale the reader's language; falls back to English
 */
public record Phrases(Locale locale) {

    private static final String BUNDLE = "io.dsreview.samples.quickstart.terminal.Phrases";

    /** In English. */
    public static final Phrases ENGLISH = new Phrases(Locale.ENGLISH);

    /**
     * Returns a phrase.
     *
     * @param key its key in the bundle
     * @param values what it takes: a name, its value, the next name, and so on
     * @return the phrase with the values
     */
    public String get(String key, Object... values) {
        Map<String, String> named = new TreeMap<>();
        for (int i = 0; i + 1 < values.length; i += 2) {
            named.put(String.valueOf(values[i]), String.valueOf(values[i + 1]));
        }
        return Words.of(BUNDLE, locale, named).get(key);
    }

    /**
     * Puts a constant into a word or two.
     *
     * @param constant the constant's name
     * @return the bundle's word for it, else the name in small letters
     */
    public String word(String constant) {
        Words words = Words.of(BUNDLE, locale, Map.of());
        String key = "word." + constant;
        return words.has(key)
                ? words.get(key)
                : constant.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /**
     * Puts a constant into a word or two.
     *
     * @param constant the constant
     * @return the bundle's word for it, else its name in small letters
     */
    public String word(Enum<?> constant) {
        return word(constant.name());
    }
}
