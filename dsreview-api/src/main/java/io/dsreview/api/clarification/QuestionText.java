package io.dsreview.api.clarification;

import io.dsreview.api.error.Words;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A question in the words of a reader.
 *
 * @param text the question
 * @param why why it matters
 * @param guess what would be assumed, and where that comes from; or null
 */
public record QuestionText(
        String text, String why, @Nullable String guess) {

    private static final String BUNDLE = "io.dsreview.api.clarification.Questions";

    /**
     * Renders a question.
     *
     * @param question the question
     * @param locale the reader's language; falls back to English
     * @return the words
     */
    public static QuestionText of(Question question, Locale locale) {
        Guess guess = question.guess();
        Map<String, String> values = new TreeMap<>();
        values.put("subject", question.subject());
        values.put("options", Integer.toString(question.options().size()));
        if (guess != null) {
            values.put("guess", label(question, guess.value()));
            values.put("source", guess.source());
        }
        Words words = Words.of(BUNDLE, locale, values);
        String topic = question.topic().name();
        boolean again = guess != null && guess.origin() == Guess.Origin.ANSWER && words.has(topic + ".again");
        String why = words.get(topic + ".cure");
        return new QuestionText(
                words.get(topic + ".message"),
                again ? why + " " + words.get(topic + ".again") : why,
                guess == null ? null : words.get(key(guess.origin())));
    }

    private static String key(Guess.Origin origin) {
        return switch (origin) {
            case FILTER -> "guess.filter";
            case SEMANTIC_SOURCE -> "guess.source";
            case ANSWER -> "guess.answer";
        };
    }

    private static String label(Question question, String value) {
        return question.options().stream()
                .filter(option -> option.value().equals(value))
                .map(Option::label)
                .findFirst()
                .orElse(value);
    }
}
