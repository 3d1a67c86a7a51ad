package io.dsreview.samples.quickstart;

import io.dsreview.api.clarification.Option;
import io.dsreview.api.clarification.Question;
import io.dsreview.api.clarification.QuestionText;
import io.dsreview.api.clarification.Topic;
import io.dsreview.api.error.ProblemText;
import io.dsreview.api.superset.RecoveryItem;
import io.dsreview.samples.quickstart.terminal.Complaint;
import io.dsreview.samples.quickstart.terminal.Screen;
import io.dsreview.samples.quickstart.terminal.Terminal;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where answers come from: given on the command line, else asked at the terminal.
 *
 * @param given answers by what they are about: {@code dataset}, the name of a variable or field, or the id of a recovery
 *     item
 * @param terminal where a person is asked, or null if nobody is to be asked
 * @param screen where questions are shown
 */
record Answers(Map<String, String> given, @Nullable Terminal terminal, Screen screen) {

    /** The answer that accepts something as absent. */
    static final String ABSENT = "absent";

    String to(Question question) {
        QuestionText words = QuestionText.of(question, Locale.ENGLISH);
        screen.say(words.text());
        screen.say("Why it matters: " + words.why());
        if (words.guess() != null) {
            screen.say(words.guess());
        }
        for (Option option : question.options()) {
            screen.say("  • " + option.value() + "  " + (option.label().equals(option.value()) ? "" : option.label()));
        }
        String answer = given.get(name(question));
        if (answer == null && terminal != null) {
            answer = terminal.ask("    Your answer: ");
        }
        if (answer == null || answer.isBlank()) {
            throw new Complaint("The review waits for an answer about '" + name(question)
                    + "', and nobody gave one. Give it with --answer " + name(question) + "=VALUE.");
        }
        return match(question, answer.strip());
    }

    /** The values of something that could not be recovered, separated by commas, or {@link #ABSENT}. */
    String to(RecoveryItem item) {
        if (item.why() != null) {
            screen.cure(ProblemText.of(item.why(), Locale.ENGLISH).toString());
        }
        String id = item.id().value();
        String answer = given.get(id);
        if (answer == null && terminal != null) {
            answer = terminal.ask("    Its values, separated by commas, or '" + ABSENT + "' to go on without it: ");
        }
        if (answer == null || answer.isBlank()) {
            throw new Complaint("The link holds something that could not be recovered, and a launch without it may mean"
                    + " something else. Give --answer " + id + "=VALUE, or --answer " + id + "=" + ABSENT + ".");
        }
        return answer.strip();
    }

    /** An option may be named by the beginning of its label, such as a dataset's name. */
    private static String match(Question question, String answer) {
        return question.options().stream()
                .filter(option ->
                        option.value().equals(answer) || option.label().startsWith(answer + " "))
                .map(Option::value)
                .findFirst()
                .orElse(answer);
    }

    private static String name(Question question) {
        String subject = question.subject();
        return question.topic() == Topic.DATASET ? "dataset" : subject.substring(subject.indexOf(':') + 1);
    }
}
