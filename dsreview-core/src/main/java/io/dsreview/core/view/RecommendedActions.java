package io.dsreview.core.view;

import io.dsreview.api.access.Permission;
import io.dsreview.api.clarification.SetAside.Reason;
import io.dsreview.api.error.Problem;
import io.dsreview.api.execution.LaunchAttempt;
import io.dsreview.api.execution.LaunchClause;
import io.dsreview.api.execution.LaunchOutcome;
import io.dsreview.api.execution.PreviewStatus;
import io.dsreview.api.finding.Finding;
import io.dsreview.api.gate.GateDecision;
import io.dsreview.api.gate.UnmetClause;
import io.dsreview.api.session.PreviewState;
import io.dsreview.api.session.RecommendedAction;
import io.dsreview.api.session.Recovery.Phase;
import io.dsreview.api.session.ReviewSession;
import io.dsreview.api.session.SessionStatus;
import io.dsreview.core.finding.ReviewProblem;
import java.time.Instant;
import java.util.Optional;

/** Chooses the one thing to do next: what the gate still misses, in the order in which a person can do it. */
final class RecommendedActions {

    private RecommendedActions() {}

    /** Chooses what is to be done next, by whoever may do it. */
    static RecommendedAction next(
            ReviewSession session, GateDecision launch, PreviewState preview, boolean executionOn, Instant now) {
        if (session.header().status() != SessionStatus.ACTIVE) {
            return RecommendedAction.READ_ONLY;
        }
        Phase phase = session.recovery().phase();
        if (phase == Phase.UNSUPPORTED) {
            return RecommendedAction.START_WITH_ANOTHER_LINK;
        }
        if (phase == Phase.WAITING) {
            return RecommendedAction.RECOVER;
        }
        if (session.recovery().isWorkedOn(now)) {
            return RecommendedAction.WAIT_FOR_RECOVERY;
        }
        if (phase != Phase.RECOVERED) {
            return RecommendedAction.RECOVER_AGAIN;
        }
        return launched(session, preview).orElseGet(() -> missing(session, launch, executionOn));
    }

    /** What the command behind an action needs; none where there is no command, or nothing that a permission would help. */
    static Optional<Permission> needs(RecommendedAction action, ReviewSession session) {
        return switch (action) {
            case READ_ONLY, WAIT_FOR_RECOVERY, REVIEW_RESULT, ASK_FOR_PERMISSION, SWITCH_EXECUTION_ON ->
                Optional.empty();
            case START_WITH_ANOTHER_LINK -> Optional.of(Permission.SESSION_CREATE);
            case RECOVER, RECOVER_AGAIN, RESOLVE_RECOVERY_ITEM -> Optional.of(Permission.RECOVERY_RESOLVE);
            case ANSWER_QUESTION, RESUME_CLARIFICATION, REOPEN_QUESTION -> Optional.of(Permission.CLARIFICATION_ANSWER);
            case RESOLVE_FINDING -> Optional.of(cures(session));
            case SET_VALUE -> Optional.of(Permission.VALUES_SET);
            case DECIDE_MAPPING -> Optional.of(Permission.MAPPING_APPROVE);
            case REQUEST_PREVIEW -> Optional.of(Permission.PREVIEW_REQUEST);
            case LAUNCH -> Optional.of(Permission.LAUNCH_EXECUTE);
            case LAUNCH_BY_HAND, CONFIRM_MANUAL_LAUNCH -> Optional.of(Permission.LAUNCH_MANUAL);
            case LOOK_UP_LAUNCH -> Optional.of(Permission.SESSION_RESUME);
        };
    }

    /** What curing the first blocking finding needs: most are cured by recovering again. */
    private static Permission cures(ReviewSession session) {
        Optional<Problem> first = session.findings().stream()
                .filter(Finding::blocks)
                .map(Finding::problem)
                .findFirst();
        if (first.filter(problem -> problem.is(ReviewProblem.VARIABLE_FED_TWICE))
                .isPresent()) {
            return Permission.MAPPING_APPROVE;
        }
        return first.filter(problem -> problem.is(ReviewProblem.COLUMN_UNKNOWN)).isPresent()
                ? Permission.VALUES_SET
                : Permission.RECOVERY_RESOLVE;
    }

    /** What follows from a launch of the present preview, if there was one. */
    private static Optional<RecommendedAction> launched(ReviewSession session, PreviewState preview) {
        Optional<LaunchAttempt> attempt = session.execution().lastLaunch().filter(last -> session.execution()
                .preview()
                .filter(current -> current.id().equals(last.intent().preview()))
                .isPresent());
        if (attempt.isEmpty() || preview == PreviewState.STALE) {
            return Optional.empty();
        }
        LaunchOutcome outcome = attempt.get().outcome();
        if (outcome instanceof LaunchOutcome.Refused) {
            return Optional.of(RecommendedAction.LAUNCH_BY_HAND);
        }
        if (outcome != null && outcome.isOpen()) {
            return Optional.of(RecommendedAction.LOOK_UP_LAUNCH);
        }
        boolean waits = outcome == null && attempt.get().intent().manual();
        return Optional.of(waits ? RecommendedAction.CONFIRM_MANUAL_LAUNCH : RecommendedAction.REVIEW_RESULT);
    }

    private static RecommendedAction missing(ReviewSession session, GateDecision launch, boolean executionOn) {
        if (session.clarification().active() != null) {
            return RecommendedAction.ANSWER_QUESTION;
        }
        boolean onlyForExperts = session.clarification().open().size()
                == session.clarification().open(Reason.DEFERRED).size();
        if (session.clarification().pause() != null && !onlyForExperts) {
            return RecommendedAction.RESUME_CLARIFICATION;
        }
        if (launch.isOpen()) {
            return RecommendedAction.LAUNCH;
        }
        LaunchClause first = launch.unmet().stream()
                .map(UnmetClause::clause)
                .map(LaunchClause.class::cast)
                .findFirst()
                .orElseThrow();
        return switch (first) {
            case L1 -> RecommendedAction.READ_ONLY;
            case L2 -> RecommendedAction.RESOLVE_RECOVERY_ITEM;
            case L3 -> RecommendedAction.RESOLVE_FINDING;
            case L4 -> RecommendedAction.SET_VALUE;
            case L5 -> RecommendedAction.DECIDE_MAPPING;
            case L6 -> notCarried(session) ? byHand(executionOn) : RecommendedAction.REQUEST_PREVIEW;
            case L7 -> RecommendedAction.REQUEST_PREVIEW;
            case L8 -> RecommendedAction.SET_VALUE;
            case L9 -> onlyForExperts ? RecommendedAction.REOPEN_QUESTION : RecommendedAction.ANSWER_QUESTION;
            case L10 -> executionOn ? RecommendedAction.LAUNCH : RecommendedAction.SWITCH_EXECUTION_ON;
        };
    }

    /** Without SQL it takes what a launch takes, but for the preview. */
    private static RecommendedAction byHand(boolean executionOn) {
        return executionOn ? RecommendedAction.LAUNCH_BY_HAND : RecommendedAction.SWITCH_EXECUTION_ON;
    }

    private static boolean notCarried(ReviewSession session) {
        return session.execution()
                .preview()
                .filter(preview -> preview.status() == PreviewStatus.NOT_CARRIED)
                .isPresent();
    }
}
