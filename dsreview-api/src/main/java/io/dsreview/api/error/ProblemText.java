package io.dsreview.api.error;

import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A problem in the words of a reader: what is wrong, and what to do about it. Values put into the words are cleaned of
 * control characters and of characters that change the direction of the text, and cut to 500 characters.
 *
 * @param message what is wrong, one sentence
 * @param cure what to do about it, one sentence
 */
public record ProblemText(String message, String cure) {

    private static final Pattern ARGUMENT = Pattern.compile("\\{([A-Za-z]+)}");
    private static final Pattern UNPRINTABLE =
            Pattern.compile("[\\p{Cntrl}\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]+");
    private static final int LONGEST_VALUE = 500;

    /**
     * Renders a problem. Where the bundle or the code is not on the class path, the code itself is the message, so that
     * a problem never turns into another one.
     *
     * @param problem the problem
     * @param locale the reader's language; falls back to English
     * @return the words
     */
    public static ProblemText of(Problem problem, Locale locale) {
        try {
            ResourceBundle words = ResourceBundle.getBundle(
                    problem.bundle(),
                    locale,
                    ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
            return new ProblemText(
                    fill(words.getString(problem.code() + ".message"), problem.arguments()),
                    fill(words.getString(problem.code() + ".cure"), problem.arguments()));
        } catch (MissingResourceException noWords) {
            return new ProblemText(problem.code(), "See the documentation of " + problem.code() + ".");
        }
    }

    /** Returns message and cure as one line. */
    @Override
    public String toString() {
        return message + " " + cure;
    }

    private static String fill(String pattern, Map<String, String> arguments) {
        return ARGUMENT.matcher(pattern)
                .replaceAll(hit -> Matcher.quoteReplacement(clean(arguments.getOrDefault(hit.group(1), "?"))));
    }

    private static String clean(String value) {
        String printable = UNPRINTABLE.matcher(value).replaceAll(" ");
        return printable.length() <= LONGEST_VALUE ? printable : printable.substring(0, LONGEST_VALUE) + "…";
    }
}
