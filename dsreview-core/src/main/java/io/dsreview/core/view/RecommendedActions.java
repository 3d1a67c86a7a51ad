package io.dsreview.core.view;

import io.dsreview.api.access.Permission;
import io.dsreview.api.clarification.SetAside.Reason;
import io.dsreview.api.clarification.Topic;
import io.dsreview.api.execution.CompiledPreview;
import io.dsreview.api.execution.LaunchAttempt;
import io.dsreview.api.execution.LaunchClause;
import io.dsreview.api.execution.LaunchOutcome;
import io.dsreview.api.execution.PreviewStatus;
import io.dsreview.api.finding.Finding;
import io.dsreview.api.gate.GateDecision;
import io.dsreview.api.gate.UnmetClause;
import io.dsreview.api.mapping.VariableValue;
import io.dsreview.api.session.PreviewState;
import io.dsreview.api.session.RecommendedAction;
import io.dsreview.api.session.Recovery.Phase;
import io.dsreview.api.session.ReviewSession;
import io.dsreview.api.session.SessionStatus;
import io.dsreview.core.finding.ReviewProblem;
import io.dsreview.core.gate.LaunchFacts;
import io.dsreview.core.gate.UnderWay;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Chooses the one thing to do next: what the gate still misses, in the order in which a person can do it. */
final class RecommendedActions {

    /** What the cures of blocking findings need that are not to recover again, or to resolve what was recovered in part. */
    private static final Map<ReviewProblem, Permission> CURED_OTHERWISE = Map.of(
            ReviewProblem.VARIABLE_FED_TWICE, Permission.MAPPING_APPROVE,
            ReviewProblem.COLUMN_UNKNOWN, Permission.VALUES_SET,
            ReviewProblem.VALUE_UNDECIDED, Permission.VALUES_SET,
            ReviewProblem.MEANING_UNDECIDED, Permission.SEMANTICS_DECIDE,
            ReviewProblem.DATASET_UNDECIDED, Permission.SESSION_CREATE);

    private RecommendedActions() {}

    /** Chooses what is to be done next, by whoever may do it. */
    static RecommendedAction next(LaunchFacts facts, GateDecision launch, PreviewState preview) {
        ReviewSession session = facts.session();
        if (session.header().status() != SessionStatus.ACTIVE) {
            return session.header().status() == SessionStatus.CANCELLED && mayStillRun(facts)
                    ? RecommendedAction.LOOK_UP_LAUNCH
                    : RecommendedAction.READ_ONLY;
        }
        Phase phase = session.recovery().phase();
        if (phase == Phase.UNSUPPORTED) {
            return RecommendedAction.START_WITH_ANOTHER_LINK;
        }
        if (phase == Phase.WAITING) {
            return RecommendedAction.RECOVER;
        }
        if (session.recovery().isWorkedOn(facts.now())) {
            return RecommendedAction.WAIT_FOR_RECOVERY;
        }
        if (phase != Phase.RECOVERED) {
            return RecommendedAction.RECOVER_AGAIN;
        }
        if (session.clarification().answered()) {
            return RecommendedAction.APPLY_ANSWER;
        }
        return launched(session, preview).orElseGet(() -> missing(facts, launch, preview));
    }

    /** What the command behind an action needs; none where there is no command, or nothing that a permission would help. */
    static Optional<Permission> needs(RecommendedAction action, ReviewSession session) {
        return switch (action) {
            case READ_ONLY,
                    WAIT_FOR_RECOVERY,
                    WAIT_FOR_PREVIEW,
                    REVIEW_RESULT,
                    ASK_FOR_PERMISSION,
                    SWITCH_EXECUTION_ON -> Optional.empty();
            case START_WITH_ANOTHER_LINK -> Optional.of(Permission.SESSION_CREATE);
            case RECOVER, RECOVER_AGAIN, RESOLVE_RECOVERY_ITEM -> Optional.of(Permission.RECOVERY_RESOLVE);
            case ANSWER_QUESTION, RESUME_CLARIFICATION, REOPEN_QUESTION -> Optional.of(Permission.CLARIFICATION_ANSWER);
            case RESOLVE_FINDING -> Optional.of(cures(session));
            case SET_VALUE -> Optional.of(Permission.VALUES_SET);
            case DECIDE_MAPPING -> Optional.of(Permission.MAPPING_APPROVE);
            case REQUEST_PREVIEW -> Optional.of(Permission.PREVIEW_REQUEST);
            case LAUNCH -> Optional.of(Permission.LAUNCH_EXECUTE);
            case APPROVE_ANEW -> Optional.of(approves(session));
            case LAUNCH_BY_HAND, CONFIRM_MANUAL_LAUNCH -> Optional.of(Permission.LAUNCH_MANUAL);
            case APPLY_ANSWER, LOOK_UP_LAUNCH -> Optional.of(Permission.SESSION_RESUME);
        };
    }

    /** What curing the first blocking finding needs: most are cured by recovering again. */
    private static Permission cures(ReviewSession session) {
        return session.findings().stream()
                .filter(Finding::blocks)
                .map(Finding::problem)
                .findFirst()
                .flatMap(problem -> CURED_OTHERWISE.entrySet().stream()
                        .filter(each -> problem.is(each.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst())
                .orElse(Permission.RECOVERY_RESOLVE);
    }

    /** What makes another approved state of one that was launched: the approvals it has, or a preview where it has none. */
    private static Permission approves(ReviewSession session) {
        if (session.approved().reaching().stream().anyMatch(mapping -> mapping.decision() != null)) {
            return Permission.MAPPING_APPROVE;
        }
        return session.approved().values().stream().anyMatch(VariableValue::isApproved)
                ? Permission.VALUES_SET
                : Permission.PREVIEW_REQUEST;
    }

    /** What follows from a launch of the present state, if there was one. */
    private static Optional<RecommendedAction> launched(ReviewSession session, PreviewState preview) {
        return preview == PreviewState.STALE
                ? Optional.empty()
                : session.launched().map(attempt -> launched(session, attempt));
    }

    private static RecommendedAction launched(ReviewSession session, LaunchAttempt attempt) {
        LaunchOutcome outcome = attempt.outcome();
        if (outcome == null && attempt.intent().manual()) {
            return RecommendedAction.CONFIRM_MANUAL_LAUNCH;
        }
        // Without an outcome nobody knows what came of it, as after a crash between the request and its answer.
        if (outcome == null || outcome.isOpen()) {
            return RecommendedAction.LOOK_UP_LAUNCH;
        }
        if (outcome instanceof LaunchOutcome.Refused) {
            return isOfPresentPreview(session, attempt)
                    ? RecommendedAction.LAUNCH_BY_HAND
                    : RecommendedAction.APPROVE_ANEW;
        }
        return outcome instanceof LaunchOutcome.Failed
                ? RecommendedAction.APPROVE_ANEW
                : RecommendedAction.REVIEW_RESULT;
    }

    /** Only the very preview that Superset refused to launch is handed to a person. */
    private static boolean isOfPresentPreview(ReviewSession session, LaunchAttempt attempt) {
        return session.execution()
                .preview()
                .filter(preview -> preview.id().equals(attempt.intent().preview()))
                .isPresent();
    }

    private static RecommendedAction missing(LaunchFacts facts, GateDecision launch, PreviewState preview) {
        ReviewSession session = facts.session();
        if (session.clarification().active() != null) {
            return RecommendedAction.ANSWER_QUESTION;
        }
        boolean onlyForExperts = session.clarification().open().size()
                == session.clarification().open(Reason.DEFERRED).size();
        if (session.clarification().pause() != null && !onlyForExperts) {
            return RecommendedAction.RESUME_CLARIFICATION;
        }
        if (launch.isOpen()) {
            return launch(facts);
        }
        UnmetClause first = launch.unmet().get(0);
        return switch ((LaunchClause) first.clause()) {
            case L1 -> RecommendedAction.READ_ONLY;
            case L2 -> RecommendedAction.RESOLVE_RECOVERY_ITEM;
            case L3 -> RecommendedAction.RESOLVE_FINDING;
            case L4 -> leftToExperts(session, first) ? RecommendedAction.REOPEN_QUESTION : RecommendedAction.SET_VALUE;
            case L5 -> RecommendedAction.DECIDE_MAPPING;
            case L6 -> withoutPreview(facts, preview);
            case L7 -> RecommendedAction.REQUEST_PREVIEW;
            case L8 -> RecommendedAction.SET_VALUE;
            case L9 -> onlyForExperts ? RecommendedAction.REOPEN_QUESTION : RecommendedAction.ANSWER_QUESTION;
            case L10 -> facts.executionOn() ? launch(facts) : RecommendedAction.SWITCH_EXECUTION_ON;
        };
    }

    private static RecommendedAction launch(LaunchFacts facts) {
        return mayStillRun(facts) ? RecommendedAction.LOOK_UP_LAUNCH : RecommendedAction.LAUNCH;
    }

    /**
     * Before something is launched beside it, whoever launches should know how the last one ended that was sent; of what
     * Superset never knew, that cannot be waited for.
     */
    private static boolean mayStillRun(LaunchFacts facts) {
        return facts.session().execution().launches().stream()
                .filter(attempt -> !attempt.intent().manual())
                .reduce((earlier, later) -> later)
                .filter(last -> last.outcome() == null || (last.outcome().isOpen() && !isNeverKnown(last, facts.now())))
                .isPresent();
    }

    private static boolean isNeverKnown(LaunchAttempt attempt, Instant now) {
        return attempt.outcome() instanceof LaunchOutcome.Unknown
                && UnderWay.isGivenUp(attempt.intent().at(), now);
    }

    /** Setting a value would be to decide what somebody left to an expert, so the experts come first. */
    private static boolean leftToExperts(ReviewSession session, UnmetClause values) {
        return session.clarification().open(Reason.DEFERRED).stream()
                .anyMatch(question -> question.topic() == Topic.VARIABLE_VALUE
                        && values.subjects().contains(question.subject()));
    }

    /** Without SQL it takes what a launch takes, but for the preview. */
    private static RecommendedAction withoutPreview(LaunchFacts facts, PreviewState state) {
        Optional<CompiledPreview> preview = facts.session().execution().preview();
        if (state == PreviewState.PENDING) {
            return preview.filter(pending -> UnderWay.isGivenUp(pending.requestedAt(), facts.now()))
                            .isPresent()
                    ? RecommendedAction.REQUEST_PREVIEW
                    : RecommendedAction.WAIT_FOR_PREVIEW;
        }
        if (preview.filter(last -> isCurrentAndNotCarried(facts, last)).isEmpty()) {
            return RecommendedAction.REQUEST_PREVIEW;
        }
        return facts.executionOn() ? RecommendedAction.LAUNCH_BY_HAND : RecommendedAction.SWITCH_EXECUTION_ON;
    }

    /** What nothing carried for other inputs than the present ones may be carried now. */
    private static boolean isCurrentAndNotCarried(LaunchFacts facts, CompiledPreview preview) {
        return preview.status() == PreviewStatus.NOT_CARRIED
                && facts.current().filter(preview.fingerprint()::equals).isPresent();
    }
}
