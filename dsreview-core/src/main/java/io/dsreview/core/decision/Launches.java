package io.dsreview.core.decision;

import io.dsreview.api.canonical.Sha256;
import io.dsreview.api.command.ExecutionCommand.ConfirmManualLaunch;
import io.dsreview.api.command.ExecutionCommand.Launch;
import io.dsreview.api.execution.ApprovedState;
import io.dsreview.api.execution.CompiledPreview;
import io.dsreview.api.execution.Gate;
import io.dsreview.api.execution.HandOffLink;
import io.dsreview.api.execution.LaunchAttempt;
import io.dsreview.api.execution.LaunchIntent;
import io.dsreview.api.execution.LaunchOutcome;
import io.dsreview.api.execution.LaunchSummary;
import io.dsreview.api.execution.ManualLaunch;
import io.dsreview.api.execution.PreviewStatus;
import io.dsreview.api.execution.RunContext;
import io.dsreview.api.gate.UnmetClause;
import io.dsreview.api.id.LaunchId;
import io.dsreview.api.session.Execution;
import io.dsreview.api.session.ReviewSession;
import io.dsreview.api.session.SessionEvent;
import io.dsreview.core.finding.ReviewProblem;
import io.dsreview.core.gate.Gates;
import io.dsreview.core.gate.LaunchFacts;
import io.dsreview.core.gate.LaunchSummaries;
import io.dsreview.core.mapping.CurrentInputs;
import io.dsreview.core.seam.LibraryVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides about launches. */
final class Launches {

    private Launches() {}

    /** Opens the gate or names all reasons; the intent it stores is what the effect then sends. */
    static Decision launch(ReviewSession session, Launch command, Facts facts) {
        ReviewSession read = Revisions.apply(session, facts);
        LaunchFacts gathered = gather(read, facts);
        List<UnmetClause> unmet = unmet(Gate.LAUNCH, gathered);
        if (facts.unreadable() != null) {
            return new Decision.Refuse(List.of(facts.unreadable()), unmet);
        }
        if (!unmet.isEmpty()) {
            return Decision.refuse(unmet);
        }
        Sha256 summary = LaunchSummaries.of(gathered, facts.user())
                .map(LaunchSummary::hash)
                .orElseThrow();
        CompiledPreview preview = gathered.preview().orElseThrow();
        LaunchIntent intent = intent(read, facts, summary, preview);
        Optional<Decision> earlier = earlierLaunch(read, intent);
        if (earlier.isEmpty() && !summary.equals(command.shown())) {
            return Decision.refuse(ReviewProblem.LAUNCH_NOT_AS_SHOWN);
        }
        return earlier.orElseGet(() -> Decision.change(
                append(read, new LaunchAttempt(intent, null, null, null)),
                new Effect.Send(intent.id()),
                note(SessionEvent.Type.LAUNCH_INTENDED, intent)));
    }

    /** One launch at a time, and at most one per approved state. */
    private static Optional<Decision> earlierLaunch(ReviewSession session, LaunchIntent intent) {
        if (isUnderWay(session, intent)) {
            return Optional.of(Decision.refuse(ReviewProblem.LAUNCH_UNDER_WAY));
        }
        return session.launched()
                .map(attempt -> Decision.refuse(ReviewProblem.ALREADY_LAUNCHED, "outcome", name(attempt)));
    }

    /** What is sent keeps everything back; what a person was handed and may never run, only the state that was handed off. */
    private static boolean isUnderWay(ReviewSession session, LaunchIntent intent) {
        return session.execution().launches().stream()
                .anyMatch(attempt -> LaunchEnds.isSent(attempt)
                        || (waitsForConfirmation(attempt)
                                && attempt.intent().approvedKey().equals(intent.approvedKey())));
    }

    /** Hands the launch to a person, where one of the two ways is open. */
    static Decision handOff(ReviewSession before, Facts facts) {
        ReviewSession session = Revisions.apply(before, facts);
        CompiledPreview preview = session.execution().preview().orElse(null);
        if (preview == null) {
            return Decision.refuse(ReviewProblem.HAND_OFF_NOT_OFFERED);
        }
        Optional<LaunchAttempt> earlier = attemptFor(session, preview);
        if (earlier.filter(LaunchAttempt::hasRun).isPresent()) {
            return Decision.refuse(ReviewProblem.ALREADY_LAUNCHED, "outcome", name(earlier.get()));
        }
        boolean refused = earlier.filter(attempt -> attempt.outcome() instanceof LaunchOutcome.Refused)
                .isPresent();
        if (!refused && !isCurrentAndNotCarried(session, preview)) {
            return Decision.refuse(ReviewProblem.HAND_OFF_NOT_OFFERED);
        }
        List<UnmetClause> unmet = unmet(refused ? Gate.LAUNCH : Gate.MANUAL_LAUNCH_WITHOUT_SQL, gather(session, facts));
        if (facts.unreadable() != null) {
            return new Decision.Refuse(List.of(facts.unreadable()), unmet);
        }
        if (!unmet.isEmpty()) {
            return Decision.refuse(unmet);
        }
        LaunchIntent intent = intent(session, facts, null, preview);
        if (isUnderWay(session, intent)) {
            return Decision.refuse(ReviewProblem.LAUNCH_UNDER_WAY);
        }
        Optional<LaunchAttempt> same = session.execution().launches().stream()
                .filter(attempt -> !(attempt.outcome() instanceof LaunchOutcome.Refused)
                        && attempt.intent().approvedKey().equals(intent.approvedKey()))
                .findFirst();
        if (same.isPresent()) {
            return Decision.refuse(ReviewProblem.ALREADY_LAUNCHED, "outcome", name(same.get()));
        }
        HandOffLink link = refused
                ? Objects.requireNonNull(facts.handOffLink())
                : new HandOffLink(session.intake().pastedLink(), false);
        ManualLaunch manual = new ManualLaunch(
                link.link(), preview.sql(), preview.inputs().urlParameters(), link.carriesSql(), refused);
        return Decision.change(
                append(session, new LaunchAttempt(intent, null, manual, null)),
                note(SessionEvent.Type.LAUNCH_HANDED_OFF, intent, "verified", Boolean.toString(refused)));
    }

    static Decision confirm(ReviewSession session, ConfirmManualLaunch command, Facts facts) {
        Optional<LaunchAttempt> waiting = waitingForConfirmation(session);
        if (waiting.isEmpty()) {
            return Decision.refuse(ReviewProblem.NO_LAUNCH_TO_CONFIRM);
        }
        LaunchAttempt attempt = waiting.get();
        LaunchAttempt done = new LaunchAttempt(
                attempt.intent(),
                new LaunchOutcome.ConfirmedByHand(command.reference(), facts.user(), facts.now()),
                attempt.manual(),
                context(session, attempt.intent(), command.reference()));
        return Decision.change(
                replace(session, done),
                note(SessionEvent.Type.LAUNCH_CONFIRMED, done.intent()).with("reference", command.reference()));
    }

    static Optional<LaunchAttempt> attemptFor(ReviewSession session, CompiledPreview preview) {
        return session.execution().launches().stream()
                .filter(attempt -> preview.id().equals(attempt.intent().preview()))
                .reduce((earlier, later) -> later);
    }

    /** The last attempt at a preview, if nothing was approved since: what is approved anew was not attempted yet. */
    static Optional<LaunchAttempt> attemptAsApproved(ReviewSession session, CompiledPreview preview) {
        return attemptFor(session, preview)
                .filter(attempt ->
                        attempt.intent().approvedKey().equals(session.approved().key(preview)));
    }

    /** Of those that were handed off and wait, the last: a confirmation is of what a person was given last. */
    static Optional<LaunchAttempt> waitingForConfirmation(ReviewSession session) {
        return session.execution().launches().stream()
                .filter(Launches::waitsForConfirmation)
                .reduce((earlier, later) -> later);
    }

    static boolean waitsForConfirmation(LaunchAttempt attempt) {
        return attempt.intent().manual() && attempt.outcome() == null;
    }

    private static LaunchFacts gather(ReviewSession session, Facts facts) {
        return LaunchFacts.of(
                session, facts.now(), facts.mayLaunch(), facts.flags().execution());
    }

    private static List<UnmetClause> unmet(Gate gate, LaunchFacts gathered) {
        return Gates.explain(gate, gathered, true).unmet();
    }

    private static boolean isCurrentAndNotCarried(ReviewSession session, CompiledPreview preview) {
        return preview.status() == PreviewStatus.NOT_CARRIED && isCurrent(session, preview);
    }

    /** Tells whether a preview is of the inputs as they are now. */
    static boolean isCurrent(ReviewSession session, CompiledPreview preview) {
        return CurrentInputs.of(session)
                .filter(inputs -> inputs.fingerprint().equals(preview.fingerprint()))
                .isPresent();
    }

    /** An intent without a confirmed summary is one to launch by hand. */
    private static LaunchIntent intent(
            ReviewSession session, Facts facts, @Nullable Sha256 summary, CompiledPreview preview) {
        LaunchId id = new LaunchId(facts.freshId());
        ApprovedState approved = session.approved();
        return new LaunchIntent(
                id,
                summary == null,
                preview.id(),
                preview.fingerprint(),
                preview.sql() == null ? null : LaunchIntent.hashOf(preview.sql()),
                approved,
                approved.key(preview),
                summary,
                LibraryVersion.get(),
                LaunchIntent.clientIdOf(id),
                facts.user(),
                facts.now());
    }

    static RunContext context(ReviewSession session, LaunchIntent intent, String reference) {
        CompiledPreview preview = session.execution().previews().stream()
                .filter(each -> each.id().equals(intent.preview()))
                .findFirst()
                .orElseThrow();
        return new RunContext(
                intent.id(),
                preview.inputs(),
                preview.fingerprint(),
                preview.channel(),
                preview.sql(),
                preview.terms(),
                intent.manual() ? null : intent.clientId(),
                intent.summary(),
                intent.approved(),
                reference,
                intent.by(),
                intent.at(),
                intent.library());
    }

    private static ReviewSession append(ReviewSession session, LaunchAttempt attempt) {
        List<LaunchAttempt> launches = new ArrayList<>(session.execution().launches());
        launches.add(attempt);
        return with(session, launches);
    }

    static ReviewSession replace(ReviewSession session, LaunchAttempt attempt) {
        return with(
                session,
                session.execution().launches().stream()
                        .map(each -> each.intent().id().equals(attempt.intent().id()) ? attempt : each)
                        .toList());
    }

    private static ReviewSession with(ReviewSession session, List<LaunchAttempt> launches) {
        Execution known = session.execution();
        return session.withExecution(new Execution(known.target(), known.revision(), known.previews(), launches));
    }

    static String name(LaunchAttempt attempt) {
        LaunchOutcome outcome = attempt.outcome();
        return outcome == null ? "PENDING" : outcome.getClass().getSimpleName();
    }

    static Note note(SessionEvent.Type type, LaunchIntent intent, String... more) {
        List<String> data = new ArrayList<>(List.of("launch", intent.id().value(), "clientId", intent.clientId()));
        data.addAll(List.of(more));
        Note note = Note.of(type, data.toArray(String[]::new))
                .with("fingerprint", intent.fingerprint().hash().hex());
        if (intent.summary() != null) {
            note = note.with("summary", intent.summary().hex());
        }
        return intent.sql() == null ? note : note.with("sql", intent.sql().hex());
    }
}
