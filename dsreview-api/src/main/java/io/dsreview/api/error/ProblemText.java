package io.dsreview.api.error;

import java.util.Locale;
import java.util.MissingResourceException;

/**
 * A problem in the words of a reader: what is wrong, and what to do about it. Values put into the words are cleaned of
 * control characters and of characters that change the direction of the text, and cut to 500 characters.
 *
 * @param message what is wrong, one sentence
 * @param cure what to do about it, one sentence
 */
public record ProblemText(String message, String cure) {

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
            Words words = Words.of(problem.bundle(), locale, problem.arguments());
            return new ProblemText(words.get(problem.code() + ".message"), words.get(problem.code() + ".cure"));
        } catch (MissingResourceException noWords) {
            return new ProblemText(problem.code(), "See the documentation of " + problem.code() + ".");
        }
    }

    /** Returns message and cure as one line. */
    @Override
    public String toString() {
        return message + " " + cure;
    }
}
