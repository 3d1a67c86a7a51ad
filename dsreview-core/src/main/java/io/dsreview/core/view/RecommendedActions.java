package io.dsreview.core.view;

import io.dsreview.api.clarification.SetAside.Reason;
import io.dsreview.api.execution.LaunchAttempt;
import io.dsreview.api.execution.LaunchClause;
import io.dsreview.api.execution.LaunchOutcome;
import io.dsreview.api.execution.PreviewStatus;
import io.dsreview.api.gate.GateDecision;
import io.dsreview.api.gate.UnmetClause;
import io.dsreview.api.session.PreviewState;
import io.dsreview.api.session.RecommendedAction;
import io.dsreview.api.session.Recovery.Phase;
import io.dsreview.api.session.ReviewSession;
import io.dsreview.api.session.SessionStatus;
import java.util.Optional;

/** Chooses the one thing to do next: what the gate still misses, in the order in which a person can do it. */
final class RecommendedActions {

    private RecommendedActions() {}

    static RecommendedAction next(ReviewSession session, GateDecision launch, PreviewState preview) {
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
        if (phase != Phase.RECOVERED) {
            return RecommendedAction.RECOVER_AGAIN;
        }
        return launched(session, preview).orElseGet(() -> missing(session, launch));
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

    private static RecommendedAction missing(ReviewSession session, GateDecision launch) {
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
            case L6 -> notCarried(session) ? RecommendedAction.LAUNCH_BY_HAND : RecommendedAction.REQUEST_PREVIEW;
            case L7 -> RecommendedAction.REQUEST_PREVIEW;
            case L8 -> RecommendedAction.SET_VALUE;
            case L9 -> onlyForExperts ? RecommendedAction.REOPEN_QUESTION : RecommendedAction.ANSWER_QUESTION;
            case L10 -> RecommendedAction.ASK_FOR_PERMISSION;
        };
    }

    private static boolean notCarried(ReviewSession session) {
        return session.execution()
                .preview()
                .filter(preview -> preview.status() == PreviewStatus.NOT_CARRIED)
                .isPresent();
    }
}
