package io.dsreview.api.error;

import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.regex.Pattern;

/**
 * The words of a resource bundle with values filled in, where they stand as {@code {name}}. A value that the bundle has
 * words for, under {@code name.value}, is replaced by them; any other is cleaned of control characters and of characters that
 * change the direction of the text, and cut to 500 characters. {@code {name|form|form}} stands for the form of a word that goes with
 * the number {@code name}: two forms in English, three in Russian.
 */
public final class Words {

    private static final Pattern UNPRINTABLE =
            Pattern.compile("[\\p{Cntrl}\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]+");
    private static final int LONGEST_VALUE = 500;
    private static final int USUAL_LENGTH = 96;
    private static final char DELETE = '\u007f';
    private static final char FIRST_MARK = '\u200e';
    private static final char LAST_MARK = '\u2069';

    private final Sentences sentences;
    private final Map<String, String> values;

    private Words(Sentences sentences, Map<String, String> values) {
        this.sentences = sentences;
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
        return new Words(Sentences.of(bundle, locale), Map.copyOf(values));
    }

    /**
     * Returns the same words with other values, without opening the bundle again.
     *
     * @param next the values by name
     * @return the words
     */
    public Words with(Map<String, String> next) {
        return new Words(sentences, Map.copyOf(next));
    }

    /**
     * Returns a text.
     *
     * @param key its key in the bundle
     * @return the text with the values
     * @throws MissingResourceException if the bundle has no such key
     */
    public String get(String key) {
        return fill(key, true);
    }

    /**
     * Tells whether there is a text.
     *
     * @param key its key in the bundle
     * @return true if the bundle has it
     */
    public boolean has(String key) {
        return sentences.has(key);
    }

    private String fill(String key, boolean worded) {
        StringBuilder filled = new StringBuilder(USUAL_LENGTH);
        for (Sentences.Piece piece : sentences.get(key)) {
            filled.append(piece.name().isEmpty() ? piece.text() : shown(piece, worded));
        }
        return filled.toString();
    }

    private String shown(Sentences.Piece piece, boolean worded) {
        String value = values.getOrDefault(piece.name(), "?");
        if (!piece.forms().isEmpty()) {
            return Plural.of(sentences.language()).form(value, piece.forms());
        }
        String key = worded && piece.worded() ? piece.name() + "." + value : "";
        return sentences.has(key) ? fill(key, false) : clean(value);
    }

    /** Most values are, which is seen at a glance: letters, digits, and signs of their kind. */
    private static boolean isPrintable(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < ' ' || c == DELETE || (c >= FIRST_MARK && c <= LAST_MARK)) {
                return false;
            }
        }
        return true;
    }

    private static String clean(String value) {
        String printable =
                isPrintable(value) ? value : UNPRINTABLE.matcher(value).replaceAll(" ");
        if (printable.length() <= LONGEST_VALUE) {
            return printable;
        }
        boolean halved = Character.isHighSurrogate(printable.charAt(LONGEST_VALUE - 1));
        return printable.substring(0, halved ? LONGEST_VALUE - 1 : LONGEST_VALUE) + "…";
    }
}
