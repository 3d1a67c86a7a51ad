package io.dsreview.core.decision;

import io.dsreview.api.clarification.ClarificationState;
import io.dsreview.api.error.Problem;
import io.dsreview.api.execution.ExecutionTarget;
import io.dsreview.api.execution.ExecutionTarget.DatasetRows;
import io.dsreview.api.id.EnvironmentId;
import io.dsreview.api.id.SessionId;
import io.dsreview.api.session.Execution;
import io.dsreview.api.session.Intake;
import io.dsreview.api.session.Recovery;
import io.dsreview.api.session.ReviewSession;
import io.dsreview.api.session.Semantics;
import io.dsreview.api.session.SessionEvent;
import io.dsreview.api.session.SessionHeader;
import io.dsreview.api.session.SessionStatus;
import io.dsreview.api.superset.LinkReading;
import io.dsreview.api.superset.SupersetLink;
import java.time.Instant;
import java.util.List;

/** Decides about sessions as a whole: start and resumption. */
final class Sessions {

    private Sessions() {}

    static Decision start(String pasted, LinkReading reading, Facts facts) {
        EnvironmentId environment;
        SupersetLink link = null;
        Problem unsupported = null;
        if (reading instanceof LinkReading.Refused refused) {
            return new Decision.Refuse(List.of(refused.problem()), List.of());
        } else if (reading instanceof LinkReading.UnsupportedShape shape) {
            environment = shape.environment();
            unsupported = shape.problem();
        } else {
            link = ((LinkReading.Supported) reading).link();
            environment = link.environment();
        }
        boolean recovers = link != null && facts.flags().automaticReview();
        Recovery waiting = link == null ? Recovery.UNSUPPORTED : Recovery.WAITING;
        ReviewSession session = new ReviewSession(
                new SessionHeader(
                        new SessionId(facts.freshId()),
                        facts.actor().tenant(),
                        facts.user(),
                        0,
                        SessionStatus.ACTIVE,
                        null,
                        facts.now(),
                        facts.now()),
                new Intake(environment, pasted, link, unsupported, facts.flags().clarification()),
                recovers ? RecoveryTasks.first(facts) : waiting,
                Semantics.EMPTY,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                ClarificationState.EMPTY,
                new Execution(
                        new DatasetRows(List.of(), ExecutionTarget.DEFAULT_ROW_LIMIT), null, List.of(), List.of()),
                List.of());
        return Decision.change(
                Reevaluation.of(session, facts.now()),
                recovers ? new Effect.Recover() : new Effect.None(),
                Note.of(SessionEvent.Type.SESSION_STARTED, "environment", environment.value())
                        .with("link", pasted));
    }

    /** Picks up what a crash left half done. */
    static Decision resume(ReviewSession session, Facts facts) {
        ReviewSession next = Reevaluation.of(
                LaunchEnds.interrupt(Previews.interrupt(session, facts.now()), facts.now()), facts.now());
        boolean recovers = RecoveryTasks.isLeftBehind(session, facts.now());
        if (recovers) {
            return resumed(RecoveryTasks.next(next, facts), new Effect.Recover(), "recovery");
        }
        if (!LaunchEnds.open(next).isEmpty()) {
            return lookUp(next);
        }
        return next.equals(session) ? new Decision.Repeat() : resumed(next, new Effect.None(), "effects");
    }

    /** Asks Superset about the launches whose end is not known. */
    static Decision lookUp(ReviewSession session) {
        return resumed(session, new Effect.LookUp(LaunchEnds.open(session)), "launch");
    }

    private static Decision resumed(ReviewSession next, Effect effect, String work) {
        return Decision.change(next, effect, Note.of(SessionEvent.Type.SESSION_RESUMED, "work", work));
    }

    static Decision reevaluated(ReviewSession session, Instant now) {
        ReviewSession next = Reevaluation.since(session, session, now);
        return next.equals(session)
                ? new Decision.Repeat()
                : Decision.change(next, Note.of(SessionEvent.Type.REEVALUATED));
    }
}
