package io.dsreview.core.decision;

import io.dsreview.api.error.Problem;
import io.dsreview.api.execution.LaunchAttempt;
import io.dsreview.api.execution.LaunchOutcome;
import io.dsreview.api.execution.RunContext;
import io.dsreview.api.id.LaunchId;
import io.dsreview.api.session.ReviewSession;
import io.dsreview.api.session.SessionEvent;
import io.dsreview.core.finding.ReviewProblem;
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
                : Decision.change(Reevaluation.of(next, now), notes.toArray(Note[]::new));
    }

    /** Nothing replaces a definite end, and that nobody knows replaces nothing but that nothing was known. */
    private static boolean saysMore(LaunchOutcome outcome, @Nullable LaunchOutcome known) {
        if (known == null) {
            return true;
        }
        return known.isOpen() && !(outcome instanceof LaunchOutcome.Unknown) && !outcome.equals(known);
    }

    /** Marks launches that a crash left without an answer: nobody knows whether they ran. */
    static ReviewSession interrupt(ReviewSession session) {
        ReviewSession next = session;
        for (LaunchAttempt attempt : session.execution().launches()) {
            if (attempt.outcome() == null && !attempt.intent().manual()) {
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

    /** Returns the launches that may be looked up. */
    static List<LaunchId> open(ReviewSession session) {
        return session.execution().launches().stream()
                .filter(attempt ->
                        attempt.outcome() != null && attempt.outcome().isOpen())
                .map(attempt -> attempt.intent().id())
                .toList();
    }

    static Decision stop(ReviewSession session) {
        Optional<LaunchAttempt> last = session.execution()
                .lastLaunch()
                .filter(attempt -> !attempt.intent().manual())
                .filter(attempt ->
                        attempt.outcome() == null || attempt.outcome().isOpen());
        return last.map(attempt -> Decision.change(
                        session,
                        new Effect.Stop(attempt.intent().id()),
                        Launches.note(SessionEvent.Type.LAUNCH_STOP_ASKED, attempt.intent())))
                .orElseGet(() -> Decision.refuse(ReviewProblem.NO_LAUNCH_TO_STOP));
    }
}
