package io.dsreview.core.decision;

import io.dsreview.api.command.LifecycleCommand;
import io.dsreview.api.command.LifecycleCommand.ArchiveSession;
import io.dsreview.api.command.LifecycleCommand.CancelSession;
import io.dsreview.api.command.LifecycleCommand.DeleteSession;
import io.dsreview.api.command.LifecycleCommand.UnarchiveSession;
import io.dsreview.api.session.Recovery.Phase;
import io.dsreview.api.session.ReviewSession;
import io.dsreview.api.session.SessionEvent;
import io.dsreview.api.session.SessionHeader;
import io.dsreview.api.session.SessionStatus;
import io.dsreview.core.finding.ReviewProblem;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** Decides about the status of sessions: one table of what leads where. */
final class Lifecycle {

    private Lifecycle() {}

    static Decision of(ReviewSession session, LifecycleCommand command, Instant now) {
        if (isLaunching(session)) {
            return Decision.refuse(ReviewProblem.LAUNCH_UNDER_WAY);
        }
        return after(session.header(), command)
                .<Decision>map(next -> left(session, next, Note.of(event(command)), now))
                .orElseGet(() -> refused(session, command));
    }

    /** Something was sent to Superset: what comes of it must not be lost, and somebody must be able to look it up or stop it. */
    private static boolean isLaunching(ReviewSession session) {
        return session.header().status() == SessionStatus.ACTIVE
                && session.execution().launches().stream().anyMatch(LaunchEnds::isSent);
    }

    /** Whatever status a session gets, nobody works on its recovery any more, and it says so. */
    private static Decision left(ReviewSession session, SessionStatus next, Note note, Instant now) {
        boolean recovers = session.recovery().phase() == Phase.RUNNING;
        ReviewSession left = recovers ? Reevaluation.of(RecoveryTasks.abandoned(session), now) : session;
        Effect effect = recovers ? new Effect.StopRecovery() : new Effect.None();
        return Decision.change(left.withHeader(session.header().withStatus(next)), effect, note);
    }

    private static Optional<SessionStatus> after(SessionHeader header, LifecycleCommand command) {
        if (command instanceof DeleteSession) {
            return Optional.of(SessionStatus.DELETED);
        }
        return switch (header.status()) {
            case ACTIVE ->
                command instanceof CancelSession
                        ? Optional.of(SessionStatus.CANCELLED)
                        : archived(command, ArchiveSession.class, SessionStatus.ARCHIVED);
            case CANCELLED -> archived(command, ArchiveSession.class, SessionStatus.ARCHIVED);
            case ARCHIVED ->
                archived(
                        command,
                        UnarchiveSession.class,
                        Objects.requireNonNullElse(header.archivedFrom(), SessionStatus.ACTIVE));
            case DELETED -> Optional.empty();
        };
    }

    private static Optional<SessionStatus> archived(
            LifecycleCommand command, Class<? extends LifecycleCommand> legal, SessionStatus next) {
        return legal.isInstance(command) ? Optional.of(next) : Optional.empty();
    }

    private static Decision refused(ReviewSession session, LifecycleCommand command) {
        return command instanceof UnarchiveSession
                ? Decision.refuse(ReviewProblem.SESSION_NOT_ARCHIVED)
                : notActive(session);
    }

    static Decision notActive(ReviewSession session) {
        SessionStatus status = session.header().status();
        return status == SessionStatus.ARCHIVED
                ? Decision.refuse(ReviewProblem.SESSION_ARCHIVED)
                : Decision.refuse(ReviewProblem.SESSION_NOT_ACTIVE, "status", status.name());
    }

    private static SessionEvent.Type event(LifecycleCommand command) {
        if (command instanceof CancelSession) {
            return SessionEvent.Type.SESSION_CANCELLED;
        }
        if (command instanceof ArchiveSession) {
            return SessionEvent.Type.SESSION_ARCHIVED;
        }
        return command instanceof UnarchiveSession
                ? SessionEvent.Type.SESSION_UNARCHIVED
                : SessionEvent.Type.SESSION_DELETED;
    }
}
