package io.dsreview.core.decision;

import io.dsreview.api.error.ErrorCode;
import io.dsreview.api.error.Problem;
import io.dsreview.api.gate.UnmetClause;
import io.dsreview.api.session.ReviewSession;
import java.util.List;

/** What becomes of a command. */
public sealed interface Decision {

    /**
     * It changes the session.
     *
     * @param session the session with the change; its header is set by the commit
     * @param notes what was done, at least one; copied
     * @param effect what to do after the commit
     */
    record Change(ReviewSession session, List<Note> notes, Effect effect) implements Decision {
        /** Copies the notes. */
        public Change {
            notes = List.copyOf(notes);
        }
    }

    /**
     * It is refused.
     *
     * @param problems why; copied
     * @param unmet the clauses of a gate that do not hold; copied
     */
    record Refuse(List<Problem> problems, List<UnmetClause> unmet) implements Decision {
        /** Copies the lists. */
        public Refuse {
            problems = List.copyOf(problems);
            unmet = List.copyOf(unmet);
        }
    }

    /** It had been done before, and is answered as such. */
    record Repeat() implements Decision {}

    /**
     * Makes a change.
     *
     * @param session the session with the change
     * @param notes what was done
     * @return the change, without an effect
     */
    static Decision change(ReviewSession session, Note... notes) {
        return new Change(session, List.of(notes), new Effect.None());
    }

    /**
     * Makes a change with an effect.
     *
     * @param session the session with the change
     * @param effect what to do after the commit
     * @param notes what was done
     * @return the change
     */
    static Decision change(ReviewSession session, Effect effect, Note... notes) {
        return new Change(session, List.of(notes), effect);
    }

    /**
     * Refuses for one reason.
     *
     * @param code the code
     * @param arguments names and values for the message
     * @return the refusal
     */
    static Decision refuse(ErrorCode code, String... arguments) {
        return new Refuse(List.of(Problem.of(code, arguments)), List.of());
    }

    /**
     * Refuses for the clauses of a gate.
     *
     * @param unmet the clauses that do not hold
     * @return the refusal
     */
    static Decision refuse(List<UnmetClause> unmet) {
        return new Refuse(List.of(), unmet);
    }
}
