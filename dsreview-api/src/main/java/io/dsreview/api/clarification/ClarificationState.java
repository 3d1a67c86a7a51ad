package io.dsreview.api.clarification;

import io.dsreview.api.clarification.SetAside.Reason;
import io.dsreview.api.id.QuestionId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the clarification stands: the one question that is asked now, those that wait, and the answers so far.
 *
 * @param active the question that is asked now, or null if there is no doubt left, or none that may be asked
 * @param answered true between the commit that stored the answer to the active question and the one that applies it
 * @param waiting the other open questions, in the order in which they will be asked; those that are deferred come last. Copied
 * @param answers all answers, oldest first; copied
 * @param setAside which open questions were skipped or deferred, oldest first; copied
 * @param reopened which answered questions are asked again; copied
 * @param pause who does not want to be asked, or null while questions are asked
 * @param round how things stood when the first question was asked, or when the clarification was resumed; null before
 */
public record ClarificationState(
        @Nullable Question active,
        boolean answered,
        List<Question> waiting,
        List<Answer> answers,
        List<SetAside> setAside,
        List<QuestionId> reopened,
        @Nullable Pause pause,
        @Nullable Round round) {

    /** Nothing asked, nothing answered. */
    public static final ClarificationState EMPTY =
            new ClarificationState(null, false, List.of(), List.of(), List.of(), List.of(), null, null);

    /** Copies the lists. */
    public ClarificationState {
        waiting = List.copyOf(waiting);
        answers = List.copyOf(answers);
        setAside = List.copyOf(setAside);
        reopened = List.copyOf(reopened);
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
     * Returns the answers that still hold: the latest to each question, without those that were given about a dataset that is
     * no longer the one under review.
     *
     * @return the answers, oldest first
     */
    public List<Answer> standing() {
        QuestionId whichDataset = Question.idOf(Topic.DATASET, "");
        List<Answer> standing = new ArrayList<>();
        for (Answer answer : answers) {
            Optional<Answer> before = standing.stream()
                    .filter(each -> each.question().equals(answer.question()))
                    .findFirst();
            boolean another =
                    before.filter(each -> !each.value().equals(answer.value())).isPresent();
            if (another && answer.question().equals(whichDataset)) {
                standing.clear();
            }
            before.ifPresent(standing::remove);
            standing.add(answer);
        }
        return List.copyOf(standing);
    }

    /**
     * Returns all open questions, the active one first; also those that were skipped or deferred.
     *
     * @return the questions
     */
    public List<Question> open() {
        return active == null
                ? waiting
                : Stream.concat(Stream.of(active), waiting.stream()).toList();
    }

    /**
     * Tells how a question was set aside.
     *
     * @param question the question
     * @return who skipped or deferred it, when and why; empty if nobody did, or it was reopened since
     */
    public Optional<SetAside> setAside(QuestionId question) {
        return setAside.stream()
                .filter(each -> each.question().equals(question))
                .findFirst();
    }

    /**
     * Returns the open questions that were set aside.
     *
     * @param reason why
     * @return the questions, in the order of {@link #open()}
     */
    public List<Question> open(Reason reason) {
        return open().stream()
                .filter(question -> setAside(question.id())
                        .filter(each -> each.reason() == reason)
                        .isPresent())
                .toList();
    }

    /**
     * Returns how far the clarification is.
     *
     * @return the counts; what was skipped or deferred is left
     */
    public ProgressSummary progress() {
        List<Question> open = open();
        return new ProgressSummary(answers.size(), open.size(), (int)
                open.stream().filter(Question::blocking).count());
    }

    /**
     * Returns a copy with one more answer, which is not applied yet.
     *
     * @param answer the answer to the active question
     * @return the copy
     */
    public ClarificationState answeredBy(Answer answer) {
        List<Answer> all = Stream.concat(answers.stream(), Stream.of(answer)).toList();
        return new ClarificationState(active, true, waiting, all, setAside, reopened, pause, round);
    }

    /**
     * Returns a copy that asks, with no answer waiting to be applied.
     *
     * @param next the question to ask, or null for none
     * @param others the other open questions, in order
     * @return the copy
     */
    public ClarificationState asking(@Nullable Question next, List<Question> others) {
        return new ClarificationState(next, false, others, answers, setAside, reopened, pause, round);
    }

    /**
     * Returns a copy with other questions set aside.
     *
     * @param next all that are
     * @return the copy
     */
    public ClarificationState withSetAside(List<SetAside> next) {
        return new ClarificationState(active, answered, waiting, answers, next, reopened, pause, round);
    }

    /**
     * Returns a copy with other questions reopened.
     *
     * @param next all that are
     * @return the copy
     */
    public ClarificationState withReopened(List<QuestionId> next) {
        return new ClarificationState(active, answered, waiting, answers, setAside, next, pause, round);
    }

    /**
     * Returns a copy that is paused or not.
     *
     * @param next who pauses, or null for nobody
     * @return the copy
     */
    public ClarificationState withPause(@Nullable Pause next) {
        return new ClarificationState(active, answered, waiting, answers, setAside, reopened, next, round);
    }

    /**
     * Returns a copy with another round.
     *
     * @param next how things stand as it begins
     * @return the copy
     */
    public ClarificationState withRound(Round next) {
        return new ClarificationState(active, answered, waiting, answers, setAside, reopened, pause, next);
    }
}
