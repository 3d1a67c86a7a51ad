package io.dsreview.core.decision;

import io.dsreview.api.command.AcceptFinding;
import io.dsreview.api.command.ClarificationCommand;
import io.dsreview.api.command.ExecutionCommand;
import io.dsreview.api.command.ExecutionCommand.HandOffLaunch;
import io.dsreview.api.command.ExecutionCommand.Launch;
import io.dsreview.api.command.ExecutionCommand.StopLaunch;
import io.dsreview.api.command.LifecycleCommand;
import io.dsreview.api.command.LifecycleCommand.ArchiveSession;
import io.dsreview.api.command.LifecycleCommand.CancelSession;
import io.dsreview.api.command.LifecycleCommand.ResumeSession;
import io.dsreview.api.command.MappingCommand;
import io.dsreview.api.command.RecordFeedback;
import io.dsreview.api.command.RecoveryCommand;
import io.dsreview.api.command.RecoveryCommand.CancelRecovery;
import io.dsreview.api.command.SemanticCommand;
import io.dsreview.api.command.SessionCommand;
import io.dsreview.api.execution.LaunchAttempt;
import io.dsreview.api.execution.LaunchOutcome;
import io.dsreview.api.execution.LaunchTerms;
import io.dsreview.api.id.FieldId;
import io.dsreview.api.id.LaunchId;
import io.dsreview.api.id.PreviewId;
import io.dsreview.api.semantic.SemanticSource;
import io.dsreview.api.session.Recovery.Phase;
import io.dsreview.api.session.ReviewSession;
import io.dsreview.api.session.SessionStatus;
import io.dsreview.api.superset.LinkReading;
import io.dsreview.api.superset.RecoveryProgress;
import io.dsreview.api.superset.SupersetCompilationAdapter.Compilation;
import io.dsreview.api.superset.SupersetContextExtractor.Recovery;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of each command, and of each effect's result. Pure and total: session, command and facts in, decision out;
 * no I/O.
 */
public final class Decisions {

    private Decisions() {}

    /**
     * Decides about a start.
     *
     * @param link the text as it was pasted, or the link to the page of the dataset to start from
     * @param reading what that text is
     * @param facts what else may be known
     * @return the decision
     */
    public static Decision start(String link, LinkReading reading, Facts facts) {
        return Sessions.start(link, reading, facts);
    }

    /**
     * Decides about a command to a session.
     *
     * @param stored the session
     * @param command the command
     * @param facts what else may be known
     * @return the decision
     */
    public static Decision of(ReviewSession stored, SessionCommand command, Facts facts) {
        ReviewSession session = current(stored, command, facts.now());
        if (command instanceof Launch launch) {
            return Launches.launch(session, launch, facts);
        }
        if (command instanceof HandOffLaunch) {
            return Launches.handOff(session, facts);
        }
        if (command instanceof LifecycleCommand it && !(it instanceof ResumeSession)) {
            return Lifecycle.of(session, it, facts.now());
        }
        return switch (session.header().status()) {
            case ACTIVE -> whileActive(session, command, facts);
            case CANCELLED -> afterCancelling(session, command);
            case ARCHIVED, DELETED -> Lifecycle.notActive(session);
        };
    }

    /** A query runs on in Superset when its review is over: how it ends can still be asked, and that it be stopped. */
    private static Decision afterCancelling(ReviewSession session, SessionCommand command) {
        if (LaunchEnds.open(session).isEmpty()) {
            return Lifecycle.notActive(session);
        }
        if (command instanceof StopLaunch) {
            return LaunchEnds.stop(session);
        }
        return command instanceof ResumeSession ? Sessions.lookUp(session) : Lifecycle.notActive(session);
    }

    /**
     * Returns the session that a command is decided on: an answer that a crash left unapplied was given before the command,
     * so it counts before it.
     *
     * @param stored the session as it is stored
     * @param command the command
     * @param now the moment
     * @return the session with that answer applied
     */
    public static ReviewSession current(ReviewSession stored, SessionCommand command, Instant now) {
        boolean waits = stored.clarification().answered() && !(command instanceof ResumeSession);
        return waits ? Reevaluation.of(stored, now) : stored;
    }

    /**
     * Returns the fields that a source is asked about.
     *
     * @param session the session
     * @param source the source
     * @return all that are known; of a model, those of the dataset that a draft would help
     */
    public static List<FieldId> asked(ReviewSession session, SemanticSource source) {
        return Semantic.asked(session, source);
    }

    private static Decision whileActive(ReviewSession session, SessionCommand command, Facts facts) {
        if (command instanceof ResumeSession) {
            return Sessions.resume(session, facts);
        }
        if (command instanceof RecoveryCommand it) {
            return Recoveries.of(session, it, facts);
        }
        if (command instanceof SemanticCommand it) {
            return Semantic.of(session, it, facts);
        }
        if (command instanceof ClarificationCommand it) {
            return Clarification.of(session, it, facts);
        }
        if (command instanceof AcceptFinding it) {
            return Findings.accept(session, it, facts);
        }
        if (command instanceof RecordFeedback it) {
            return Opinions.record(session, it, facts);
        }
        return command instanceof MappingCommand it
                ? Mappings.of(session, it, facts)
                : Previews.of(session, (ExecutionCommand) command, facts);
    }

    /**
     * Tells whether a command asks for something that was done already.
     *
     * @param session the session
     * @param command the command
     * @return true if it is to be answered as a duplicate
     */
    public static boolean isRepetition(ReviewSession session, SessionCommand command) {
        if (command instanceof CancelSession) {
            return session.header().status() == SessionStatus.CANCELLED;
        }
        if (command instanceof ArchiveSession) {
            return session.header().status() == SessionStatus.ARCHIVED;
        }
        if (command instanceof CancelRecovery) {
            return session.recovery().phase() == Phase.CANCELLED;
        }
        if (command instanceof AcceptFinding accept) {
            return Findings.isAccepted(session, accept, accept.actor().user());
        }
        if (command instanceof ClarificationCommand it) {
            return Clarification.isRepetition(session, it);
        }
        if (command instanceof Launch) {
            return session.header().status() == SessionStatus.ACTIVE
                    && session.execution()
                            .readyPreview()
                            .filter(preview -> Launches.isCurrent(session, preview))
                            .flatMap(preview -> Launches.attemptAsApproved(session, preview))
                            .filter(LaunchAttempt::hasRun)
                            .isPresent();
        }
        return command instanceof HandOffLaunch
                && session.execution()
                        .preview()
                        .flatMap(preview -> Launches.attemptAsApproved(session, preview))
                        .filter(Launches::waitsForConfirmation)
                        .isPresent();
    }

    /**
     * Decides about the end of a recovery.
     *
     * @param session the session
     * @param attempt the attempt that ended
     * @param result how it ended
     * @param now the moment
     * @return the decision
     */
    public static Decision recovered(ReviewSession session, long attempt, Recovery result, Instant now) {
        return Recoveries.ended(session, attempt, result, now);
    }

    /**
     * Notes that a recovery is worked on, and how far it is.
     *
     * @param session the session, whose recovery runs
     * @param progress how far, or null if that was not reported
     * @param leaseUntil until when it is believed to be worked on
     * @param now the moment
     * @return the change
     */
    public static Decision.Change progressed(
            ReviewSession session, @Nullable RecoveryProgress progress, Instant leaseUntil, Instant now) {
        return RecoveryTasks.progressed(session, progress, leaseUntil, now);
    }

    /**
     * Decides about what Superset compiled.
     *
     * @param session the session
     * @param preview the pending preview
     * @param compilation what Superset answered
     * @param terms how a launch of its SQL would be sent; null where there is none
     * @param now the moment
     * @return the decision
     */
    public static Decision previewed(
            ReviewSession session,
            PreviewId preview,
            Compilation compilation,
            @Nullable LaunchTerms terms,
            Instant now) {
        return Previews.ended(session, preview, compilation, terms, now);
    }

    /**
     * Decides about what became of launches.
     *
     * @param session the session
     * @param outcomes how each ended
     * @param now the moment
     * @return the decision
     */
    public static Decision launched(ReviewSession session, Map<LaunchId, LaunchOutcome> outcomes, Instant now) {
        return LaunchEnds.ended(session, outcomes, now);
    }

    /**
     * Draws the consequences of what was committed before.
     *
     * @param session the session
     * @param now the moment
     * @return the decision
     */
    public static Decision reevaluated(ReviewSession session, Instant now) {
        return Sessions.reevaluated(session, now);
    }
}
