package io.dsreview.core.decision;

import io.dsreview.api.error.Problem;
import io.dsreview.api.execution.LaunchAttempt;
import io.dsreview.api.execution.LaunchOutcome;
import io.dsreview.api.execution.RunContext;
import io.dsreview.api.id.LaunchId;
import io.dsreview.api.session.ReviewSession;
import io.dsreview.api.session.SessionEvent;
import io.dsreview.core.finding.ReviewProblem;
import io.dsreview.core.gate.UnderWay;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides about how launches end: at once, later when they are looked up, or because they are stopped. */
final class LaunchEnds {

    private LaunchEnds() {}

    /** Stores what became of launches; a success gets its run context. A launch that has a definite end keeps it. */
    static Decision ended(ReviewSession session, Map<LaunchId, LaunchOutcome> outcomes, Instant now) {
        ReviewSession next = session;
        List<Note> notes = new ArrayList<>();
        for (LaunchAttempt attempt : session.execution().launches()) {
            LaunchOutcome outcome = outcomes.get(attempt.intent().id());
            if (outcome == null || !saysMore(outcome, attempt.outcome())) {
                continue;
            }
            RunContext context = outcome instanceof LaunchOutcome.Succeeded succeeded
                    ? Launches.context(
                            session, attempt.intent(), succeeded.reference().link())
                    : null;
            LaunchAttempt done = new LaunchAttempt(attempt.intent(), outcome, attempt.manual(), context);
            next = Launches.replace(next, done);
            notes.add(Launches.note(SessionEvent.Type.LAUNCH_ENDED, done.intent(), "outcome", Launches.name(done)));
        }
        return notes.isEmpty()
                ? new Decision.Repeat()
                : Decision.change(Reevaluation.since(session, next, now), notes.toArray(Note[]::new));
    }

    /** Nothing replaces a definite end, and that nobody knows replaces nothing but that nothing was known. */
    private static boolean saysMore(LaunchOutcome outcome, @Nullable LaunchOutcome known) {
        if (known == null) {
            return true;
        }
        return known.isOpen() && !(outcome instanceof LaunchOutcome.Unknown) && !outcome.equals(known);
    }

    /** Marks the launches whose answer nobody can be waiting for any more: whether they ran is unknown. */
    static ReviewSession interrupt(ReviewSession session, Instant now) {
        ReviewSession next = session;
        for (LaunchAttempt attempt : session.execution().launches()) {
            if (isSent(attempt) && UnderWay.isGivenUp(attempt.intent().at(), now)) {
                Problem why = Problem.of(
                        ReviewProblem.LAUNCH_INTERRUPTED,
                        "clientId",
                        attempt.intent().clientId());
                next = Launches.replace(
                        next, new LaunchAttempt(attempt.intent(), new LaunchOutcome.Unknown(why), null, null));
            }
        }
        return next;
    }

    /** Tells whether a launch was sent, and nobody has said yet what came of it. */
    static boolean isSent(LaunchAttempt attempt) {
        return attempt.outcome() == null && !attempt.intent().manual();
    }

    /** Returns the launches that may be looked up. */
    static List<LaunchId> open(ReviewSession session) {
        return session.execution().launches().stream()
                .filter(LaunchEnds::mayRun)
                .map(attempt -> attempt.intent().id())
                .toList();
    }

    private static boolean mayRun(LaunchAttempt attempt) {
        LaunchOutcome outcome = attempt.outcome();
        return outcome == null ? isSent(attempt) : outcome.isOpen();
    }

    static Decision stop(ReviewSession session) {
        Optional<LaunchAttempt> last = session.execution().launches().stream()
                .filter(LaunchEnds::mayRun)
                .reduce((earlier, later) -> later);
        return last.map(attempt -> Decision.change(
                        session,
                        new Effect.Stop(attempt.intent().id()),
                        Launches.note(SessionEvent.Type.LAUNCH_STOP_ASKED, attempt.intent())))
                .orElseGet(() -> Decision.refuse(ReviewProblem.NO_LAUNCH_TO_STOP));
    }
}
