package io.dsreview.core.decision;

import io.dsreview.api.clarification.Answer;
import io.dsreview.api.clarification.ClarificationState;
import io.dsreview.api.clarification.Question;
import io.dsreview.api.command.ClarificationCommand;
import io.dsreview.api.command.ClarificationCommand.AnswerQuestion;
import io.dsreview.api.session.ReviewSession;
import io.dsreview.api.session.SessionEvent;
import io.dsreview.core.finding.ReviewProblem;
import java.util.List;
import java.util.stream.Stream;

/** Decides about answers. */
final class Clarification {

    private Clarification() {}

    static Decision of(ReviewSession session, ClarificationCommand command, Facts facts) {
        return answer(session, (AnswerQuestion) command, facts);
    }

    /** Stores the answer and nothing else: the question pointer moves in a commit of its own. */
    static Decision answer(ReviewSession session, AnswerQuestion command, Facts facts) {
        ClarificationState state = session.clarification();
        Question active = state.active();
        if (active == null || !active.id().equals(command.question()) || isAnswered(session, active, facts)) {
            return Decision.refuse(ReviewProblem.QUESTION_NOT_ACTIVE);
        }
        if (!active.accepts(command.value())) {
            return Decision.refuse(
                    ReviewProblem.ANSWER_NOT_AN_OPTION,
                    "options",
                    Integer.toString(active.options().size()));
        }
        Answer answer = new Answer(active.id(), command.value(), facts.user(), facts.now());
        List<Answer> answers =
                Stream.concat(state.answers().stream(), Stream.of(answer)).toList();
        return Decision.change(
                session.withClarification(new ClarificationState(active, true, state.waiting(), answers)),
                new Effect.Reevaluate(),
                Note.of(SessionEvent.Type.ANSWER_STORED, "question", active.id().value())
                        .with("answer", command.value()));
    }

    /** A crash may have kept the pointer from moving; the answer that was stored before it counts all the same. */
    private static boolean isAnswered(ReviewSession session, Question active, Facts facts) {
        Question next = Reevaluation.of(session, facts.now()).clarification().active();
        return next == null || !next.id().equals(active.id());
    }
}
