package io.dsreview.core.decision;

import io.dsreview.api.clarification.Answer;
import io.dsreview.api.clarification.ClarificationState;
import io.dsreview.api.clarification.Pause;
import io.dsreview.api.clarification.Question;
import io.dsreview.api.clarification.SetAside;
import io.dsreview.api.clarification.SetAside.Reason;
import io.dsreview.api.command.ClarificationCommand;
import io.dsreview.api.command.ClarificationCommand.AnswerQuestion;
import io.dsreview.api.command.ClarificationCommand.DeferQuestion;
import io.dsreview.api.command.ClarificationCommand.PauseClarification;
import io.dsreview.api.command.ClarificationCommand.ReopenQuestion;
import io.dsreview.api.command.ClarificationCommand.SkipQuestion;
import io.dsreview.api.id.QuestionId;
import io.dsreview.api.session.ReviewSession;
import io.dsreview.api.session.SessionEvent;
import io.dsreview.api.session.SessionStatus;
import io.dsreview.core.clarification.Doubts;
import io.dsreview.core.clarification.Summaries;
import io.dsreview.core.finding.ReviewProblem;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Decides about questions: which are answered, which are left for later, and whether any is asked. */
final class Clarification {

    private Clarification() {}

    static Decision of(ReviewSession session, ClarificationCommand command, Facts facts) {
        if (command instanceof AnswerQuestion it) {
            return answer(session, it, facts);
        }
        if (command instanceof SkipQuestion it) {
            return setAside(session, it.question(), Reason.SKIPPED, "", facts);
        }
        if (command instanceof DeferQuestion it) {
            return setAside(session, it.question(), Reason.DEFERRED, it.note(), facts);
        }
        if (command instanceof ReopenQuestion it) {
            return reopen(session, it.question(), facts);
        }
        return command instanceof PauseClarification ? pause(session, facts) : resume(session, facts);
    }

    /** Tells whether the wish was granted before: what it asks for is the case already. */
    static boolean isRepetition(ReviewSession session, ClarificationCommand command) {
        ClarificationState state = session.clarification();
        if (command instanceof AnswerQuestion it) {
            return !isOpen(state, it.question())
                    && state.answerTo(it.question())
                            .filter(given -> given.value().equals(it.value()))
                            .isPresent();
        }
        if (command instanceof SkipQuestion it) {
            return isSetAside(state, it.question(), Reason.SKIPPED, "") && !hasOthersToAsk(state, it.question());
        }
        if (command instanceof DeferQuestion it) {
            return isSetAside(state, it.question(), Reason.DEFERRED, it.note());
        }
        if (command instanceof PauseClarification) {
            return state.pause() != null;
        }
        if (session.header().status() != SessionStatus.ACTIVE) {
            return false;
        }
        return command instanceof ReopenQuestion it
                ? isOpen(state, it.question()) && state.setAside(it.question()).isEmpty()
                : state.pause() == null;
    }

    private static boolean isOpen(ClarificationState state, QuestionId id) {
        return state.open().stream()
                .anyMatch(
                        question -> question.id().equals(id) && !(state.answered() && question.equals(state.active())));
    }

    private static boolean isSetAside(ClarificationState state, QuestionId question, Reason reason, String note) {
        return state.setAside(question)
                .filter(known -> known.reason() == reason && known.note().equals(note))
                .isPresent();
    }

    /** A question that comes up again after all others can be passed over once more, if there is another to ask. */
    private static boolean hasOthersToAsk(ClarificationState state, QuestionId question) {
        return state.active() != null
                && state.active().id().equals(question)
                && state.open(Reason.SKIPPED).size() > 1;
    }

    /** Stores the answer and nothing else: the question pointer moves in a commit of its own. */
    private static Decision answer(ReviewSession session, AnswerQuestion command, Facts facts) {
        Question active = session.clarification().active();
        Optional<Decision> inactive = unlessActive(session, command.question());
        if (inactive.isPresent() || active == null) {
            return inactive.orElseThrow();
        }
        if (!active.accepts(command.value())) {
            return Decision.refuse(
                    ReviewProblem.ANSWER_NOT_AN_OPTION,
                    "options",
                    Integer.toString(active.options().size()));
        }
        Answer answer = new Answer(active.id(), command.value(), facts.user(), facts.now());
        return Decision.change(
                session.withClarification(session.clarification().answeredBy(answer)),
                new Effect.Reevaluate(),
                Note.of(SessionEvent.Type.ANSWER_STORED, "question", active.id().value())
                        .with("answer", command.value()));
    }

    private static Decision setAside(
            ReviewSession session, QuestionId question, Reason reason, String note, Facts facts) {
        SetAside now = new SetAside(question, reason, note, facts.user(), facts.now());
        SessionEvent.Type type =
                reason == Reason.SKIPPED ? SessionEvent.Type.QUESTION_SKIPPED : SessionEvent.Type.QUESTION_DEFERRED;
        Note done = Note.of(type, "question", question.value());
        return unlessActive(session, question)
                .orElseGet(() -> changed(
                        session,
                        session.clarification()
                                .withSetAside(Stream.concat(others(session, question).stream(), Stream.of(now))
                                        .toList()),
                        facts,
                        note.isEmpty() ? done : done.with("note", note)));
    }

    private static List<SetAside> others(ReviewSession session, QuestionId question) {
        return session.clarification().setAside().stream()
                .filter(known -> !known.question().equals(question))
                .toList();
    }

    private static Decision reopen(ReviewSession session, QuestionId question, Facts facts) {
        ClarificationState state = session.clarification();
        Note note = Note.of(SessionEvent.Type.QUESTION_REOPENED, "question", question.value());
        if (state.setAside(question).isPresent()) {
            return changed(session, state.withSetAside(others(session, question)), facts, note);
        }
        if (state.answerTo(question).isEmpty()) {
            return Decision.refuse(ReviewProblem.QUESTION_UNKNOWN);
        }
        if (!Doubts.isRevisable(session, question)) {
            return Decision.refuse(ReviewProblem.ANSWER_NOT_REVISABLE);
        }
        List<QuestionId> reopened =
                Stream.concat(state.reopened().stream(), Stream.of(question)).toList();
        return changed(session, state.withReopened(reopened), facts, note);
    }

    private static Decision pause(ReviewSession session, Facts facts) {
        Pause pause = new Pause(facts.user(), facts.now());
        return changed(
                session,
                session.clarification().withPause(pause),
                facts,
                counted(SessionEvent.Type.CLARIFICATION_PAUSED, session));
    }

    /** A new round begins: what changes from now on is compared with how things stand now. */
    private static Decision resume(ReviewSession session, Facts facts) {
        ReviewSession asking = Reevaluation.since(
                session, session.withClarification(session.clarification().withPause(null)), facts.now());
        return Decision.change(
                asking.withClarification(asking.clarification().withRound(Summaries.begin(asking, facts.now()))),
                counted(SessionEvent.Type.CLARIFICATION_RESUMED, asking));
    }

    private static Note counted(SessionEvent.Type type, ReviewSession session) {
        return Note.of(
                type, "open", Integer.toString(session.clarification().open().size()));
    }

    private static Decision changed(ReviewSession session, ClarificationState next, Facts facts, Note note) {
        return Decision.change(Reevaluation.since(session, session.withClarification(next), facts.now()), note);
    }

    /** Only the active question can be answered or set aside; while paused there is none. */
    private static Optional<Decision> unlessActive(ReviewSession session, QuestionId question) {
        ClarificationState state = session.clarification();
        if (state.pause() != null) {
            return Optional.of(Decision.refuse(ReviewProblem.CLARIFICATION_PAUSED));
        }
        return state.active() != null && state.active().id().equals(question)
                ? Optional.empty()
                : Optional.of(Decision.refuse(ReviewProblem.QUESTION_NOT_ACTIVE));
    }
}
