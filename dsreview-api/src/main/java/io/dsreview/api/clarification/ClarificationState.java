package io.dsreview.api.clarification;

import io.dsreview.api.id.QuestionId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the clarification stands: the one question that is asked now, those that wait, and the answers so far.
 *
 * @param active the question that is asked now, or null if there is no doubt left
 * @param answered true between the commit that stored the answer to the active question and the one that applies it
 * @param waiting the other open questions, in the order in which they will be asked; copied
 * @param answers all answers, oldest first; copied
 */
public record ClarificationState(
        @Nullable Question active, boolean answered, List<Question> waiting, List<Answer> answers) {

    /** Nothing asked, nothing answered. */
    public static final ClarificationState EMPTY = new ClarificationState(null, false, List.of(), List.of());

    /** Copies both lists. */
    public ClarificationState {
        waiting = List.copyOf(waiting);
        answers = List.copyOf(answers);
    }

    /**
     * Returns the latest answer to a question.
     *
     * @param question the question
     * @return the answer, or empty
     */
    public Optional<Answer> answerTo(QuestionId question) {
        return answers.stream()
                .filter(answer -> answer.question().equals(question))
                .reduce((earlier, later) -> later);
    }

    /**
     * Returns all open questions, the active one first.
     *
     * @return the questions
     */
    public List<Question> open() {
        return active == null
                ? waiting
                : java.util.stream.Stream.concat(java.util.stream.Stream.of(active), waiting.stream())
                        .toList();
    }

    /**
     * Returns how far the clarification is.
     *
     * @return the counts
     */
    public ProgressSummary progress() {
        List<Question> open = open();
        return new ProgressSummary(answers.size(), open.size(), (int)
                open.stream().filter(Question::blocking).count());
    }
}
