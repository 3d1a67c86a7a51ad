package io.dsreview.core.decision;

import io.dsreview.api.error.Problem;
import io.dsreview.api.session.Recovery;
import io.dsreview.api.session.Recovery.Phase;
import io.dsreview.api.session.RecoveryTask;
import io.dsreview.api.session.ReviewSession;
import io.dsreview.api.session.SessionEvent;
import io.dsreview.api.superset.RecoveryProgress;
import io.dsreview.core.finding.ReviewProblem;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Decides about the work on a recovery: who works on it, how far it is, and when nobody does any more. */
final class RecoveryTasks {

    private RecoveryTasks() {}

    /** The recovery of a session that is started. */
    static Recovery first(Facts facts) {
        return new Recovery(Phase.RUNNING, task(1, facts), null, null, null, List.of());
    }

    /** The session with the next attempt at its recovery; what was known stays known until that ends. */
    static ReviewSession next(ReviewSession session, Facts facts) {
        Recovery known = session.recovery();
        RecoveryTask last = known.task();
        return session.withRecovery(known.in(Phase.RUNNING, known.context(), null)
                .with(task(last == null ? 1 : last.attempt() + 1, facts)));
    }

    /** Tells whether a recovery runs that nobody works on any more. */
    static boolean isLeftBehind(ReviewSession session, Instant now) {
        return session.recovery().phase() == Phase.RUNNING
                && !session.recovery().isWorkedOn(now);
    }

    static Decision.Change progressed(
            ReviewSession session, @Nullable RecoveryProgress progress, Instant leaseUntil, Instant now) {
        RecoveryTask renewed = Objects.requireNonNull(session.recovery().task()).leasedUntil(leaseUntil);
        if (progress == null) {
            return new Decision.Change(
                    session.withRecovery(session.recovery().with(renewed)), List.of(), new Effect.None());
        }
        Note note = Note.of(
                SessionEvent.Type.RECOVERY_PROGRESSED,
                "stage",
                progress.stage().name(),
                "done",
                Integer.toString(progress.done()),
                "total",
                Integer.toString(progress.total()),
                "attempt",
                Long.toString(renewed.attempt()));
        return new Decision.Change(
                session.withRecovery(session.recovery().with(renewed.reported(progress, now))),
                List.of(note),
                new Effect.None());
    }

    static Decision cancel(ReviewSession session, Facts facts) {
        if (session.recovery().phase() != Phase.RUNNING) {
            return Decision.refuse(ReviewProblem.NO_RECOVERY_TO_CANCEL);
        }
        return Decision.change(
                Reevaluation.of(abandoned(session), facts.now()),
                new Effect.StopRecovery(),
                Note.of(SessionEvent.Type.RECOVERY_ENDED, "phase", Phase.CANCELLED.name()));
    }

    /** The session without the recovery that runs, if one does. */
    static ReviewSession abandoned(ReviewSession session) {
        Recovery known = session.recovery();
        return known.phase() != Phase.RUNNING
                ? session
                : session.withRecovery(
                        known.in(Phase.CANCELLED, known.context(), Problem.of(ReviewProblem.RECOVERY_CANCELLED)));
    }

    private static RecoveryTask task(long attempt, Facts facts) {
        RecoveryTerms terms = facts.recovery();
        Instant now = facts.now();
        return new RecoveryTask(attempt, now, now.plus(terms.lease()), now, RecoveryProgress.NONE);
    }
}
