package io.dsreview.api.error;

import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of a resource bundle with values filled in, where they stand as {@code {name}}. A value that the bundle has
 * words for, under {@code name.value}, is replaced by them; any other is cleaned of control characters and of characters that
 * change the direction of the text, and cut to 500 characters.
 */
public final class Words {

    private static final Pattern ARGUMENT = Pattern.compile("\\{([A-Za-z]+)}");
    private static final Pattern UNPRINTABLE =
            Pattern.compile("[\\p{Cntrl}\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]+");
    private static final int LONGEST_VALUE = 500;

    private final ResourceBundle bundle;
    private final Map<String, String> values;

    private Words(ResourceBundle bundle, Map<String, String> values) {
        this.bundle = bundle;
        this.values = values;
    }

    /**
     * Opens a bundle.
     *
     * @param bundle its base name
     * @param locale the reader's language; falls back to English
     * @param values the values by name; one that is missing is shown as {@code ?}
     * @return its words
     * @throws MissingResourceException if the bundle is not on the class path
     */
    public static Words of(String bundle, Locale locale, Map<String, String> values) {
        return new Words(
                ResourceBundle.getBundle(
                        bundle,
                        locale,
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)),
                Map.copyOf(values));
    }

    /**
     * Returns a text.
     *
     * @param key its key in the bundle
     * @return the text with the values
     * @throws MissingResourceException if the bundle has no such key
     */
    public String get(String key) {
        return fill(bundle.getString(key), this::value);
    }

    /**
     * Tells whether there is a text.
     *
     * @param key its key in the bundle
     * @return true if the bundle has it
     */
    public boolean has(String key) {
        return bundle.containsKey(key);
    }

    private String value(String name) {
        String key = name + "." + values.getOrDefault(name, "?");
        return has(key) ? fill(bundle.getString(key), this::plain) : plain(name);
    }

    private String plain(String name) {
        return clean(values.getOrDefault(name, "?"));
    }

    private static String fill(String text, UnaryOperator<String> value) {
        return ARGUMENT.matcher(text).replaceAll(hit -> Matcher.quoteReplacement(value.apply(hit.group(1))));
    }

    private static String clean(String value) {
        String printable = UNPRINTABLE.matcher(value).replaceAll(" ");
        return printable.length() <= LONGEST_VALUE ? printable : printable.substring(0, LONGEST_VALUE) + "…";
    }
}
