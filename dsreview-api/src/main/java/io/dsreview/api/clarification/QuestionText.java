package io.dsreview.api.clarification;

import io.dsreview.api.error.Problem;
import io.dsreview.api.error.ProblemText;
import io.dsreview.api.error.RetryClass;
import java.util.Locale;
import java.util.Map;

/**
 * A question in the words of a reader.
 *
 * @param text the question
 * @param why why it matters
 */
public record QuestionText(String text, String why) {

    private static final String BUNDLE = "io.dsreview.api.clarification.Questions";

    /**
     * Renders a question.
     *
     * @param question the question
     * @param locale the reader's language; falls back to English
     * @return the words
     */
    public static QuestionText of(Question question, Locale locale) {
        ProblemText words = ProblemText.of(
                new Problem(
                        question.topic().name(),
                        RetryClass.FIX_FIRST,
                        BUNDLE,
                        Map.of(
                                "subject", question.subject(),
                                "options", Integer.toString(question.options().size())),
                        null),
                locale);
        return new QuestionText(words.message(), words.cure());
    }
}
