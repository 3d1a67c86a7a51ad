package io.dsreview.samples.quickstart.story;

import io.dsreview.api.clarification.Option;
import io.dsreview.api.clarification.Question;
import io.dsreview.api.clarification.QuestionText;
import io.dsreview.api.clarification.Topic;
import io.dsreview.api.error.ProblemText;
import io.dsreview.api.superset.RecoveryItem;
import io.dsreview.samples.quickstart.terminal.Complaint;
import io.dsreview.samples.quickstart.terminal.Phrases;
import io.dsreview.samples.quickstart.terminal.Screen;
import io.dsreview.samples.quickstart.terminal.Terminal;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where answers come from: given on the command line, else asked at the terminal. */
public final class Answers {

    /** The answer that accepts something as absent. */
    static final String ABSENT = "absent";

    private final Map<String, String> given;
    private final @Nullable Terminal terminal;
    private final Screen screen;
    private final Phrases phrases;
    private final Set<Question> shown = new HashSet<>();

    /**
     * Makes the answers.
     *
     * @param given answers by what they are about: {@code dataset}, the name of a variable or field, or the id of a recovery
     *     item
     * @param terminal where a person is asked, or null if nobody is to be asked
     * @param screen where questions are shown
     * @param phrases the words around them
     */
    public Answers(Map<String, String> given, @Nullable Terminal terminal, Screen screen, Phrases phrases) {
        this.given = Map.copyOf(given);
        this.terminal = terminal;
        this.screen = screen;
        this.phrases = phrases;
    }

    Map<String, String> given() {
        return given;
    }

    /** Shows a question; what it says in full, only the first time. */
    void show(Question question) {
        QuestionText words = QuestionText.of(question, phrases.locale());
        screen.say(words.text());
        if (!shown.add(question)) {
            return;
        }
        screen.say(phrases.get("why", "reason", words.why()));
        if (words.guess() != null && question.options().isEmpty()) {
            screen.say(words.guess());
        }
        for (Option option : question.options()) {
            boolean guess = question.guess() != null && question.guess().value().equals(option.value());
            screen.say("• " + option.label() + (guess ? "  " + phrases.get("guess") : ""));
        }
    }

    String to(Question question) {
        show(question);
        String name = name(question);
        String answer = given.get(name);
        if (answer == null && terminal != null) {
            answer = terminal.ask("    " + phrases.get("ask") + " ");
        }
        if (answer == null || answer.isBlank()) {
            throw new Complaint(phrases.get("complaint.noAnswer", "name", name));
        }
        return match(question, answer.strip());
    }

    /** The values of something that could not be recovered, separated by commas, or {@link #ABSENT}. */
    String to(RecoveryItem item) {
        if (item.why() != null) {
            screen.cure(ProblemText.of(item.why(), phrases.locale()).toString());
        }
        String id = item.id().value();
        String answer = given.get(id);
        if (answer == null && terminal != null) {
            answer = terminal.ask("    " + phrases.get("ask.values", "absent", ABSENT) + " ");
        }
        if (answer == null || answer.isBlank()) {
            throw new Complaint(phrases.get("complaint.noValues", "name", id, "absent", ABSENT));
        }
        return answer.strip();
    }

    /** What a person reads for a value: the option's label, where it has one. */
    static String label(Question question, String value) {
        return question.options().stream()
                .filter(option -> option.value().equals(value))
                .map(Option::label)
                .findFirst()
                .orElse(value);
    }

    /** An option may be named by the beginning of its label, such as a dataset's name. */
    private static String match(Question question, String answer) {
        return question.options().stream()
                .filter(option ->
                        option.value().equals(answer) || option.label().matches(Pattern.quote(answer) + "[ :].*"))
                .map(Option::value)
                .findFirst()
                .orElse(answer);
    }

    private static String name(Question question) {
        String subject = question.subject();
        return question.topic() == Topic.DATASET ? "dataset" : subject.substring(subject.indexOf(':') + 1);
    }
}
