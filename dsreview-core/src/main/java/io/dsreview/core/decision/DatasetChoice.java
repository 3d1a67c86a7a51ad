package io.dsreview.core.decision;

import io.dsreview.api.clarification.ClarificationState;
import io.dsreview.api.execution.ExecutionTarget;
import io.dsreview.api.execution.ExecutionTarget.DatasetRows;
import io.dsreview.api.finding.Finding;
import io.dsreview.api.finding.FindingStatus;
import io.dsreview.api.session.Execution;
import io.dsreview.api.session.Recovery;
import io.dsreview.api.session.RecoveryDecision;
import io.dsreview.api.session.ReviewSession;
import io.dsreview.api.session.Semantics;
import io.dsreview.api.superset.RecoveredContext;
import io.dsreview.api.superset.RecoveryItem;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which dataset is reviewed, and what goes when it is another one than before. */
final class DatasetChoice {

    private DatasetChoice() {}

    /** A link that shows one dataset only needs no question. */
    static ReviewSession chooseOnly(ReviewSession session) {
        RecoveredContext context = session.recovery().context();
        return context != null
                        && session.recovery().datasetId() == null
                        && context.reviewable().size() == 1
                ? with(
                        session,
                        context.reviewable().get(0).reference().id(),
                        session.recovery().decisions())
                : session;
    }

    /** Chooses a dataset; if it is another one than before, nothing that was decided about that one counts any more. */
    static ReviewSession choose(ReviewSession session, long dataset, Instant now) {
        Long before = session.recovery().datasetId();
        if (before == null || before == dataset) {
            return with(session, dataset, session.recovery().decisions());
        }
        ClarificationState clarification = session.clarification();
        Execution execution = session.execution();
        return with(session, dataset, decisionsOnTheLink(session.recovery(), before))
                .withSemantics(Semantics.EMPTY)
                .withValues(List.of())
                .withMappings(List.of())
                .withDormant(List.of())
                .withFindings(session.findings().stream()
                        .map(finding -> withoutAcceptance(finding, now))
                        .toList())
                .withClarification(clarification.withSetAside(List.of()).withReopened(List.of()))
                .withExecution(new Execution(
                        new DatasetRows(List.of(), ExecutionTarget.DEFAULT_ROW_LIMIT),
                        null,
                        execution.previews(),
                        execution.launches()));
    }

    private static ReviewSession with(ReviewSession session, long dataset, List<RecoveryDecision> decisions) {
        Recovery recovery = session.recovery();
        return session.withRecovery(new Recovery(
                recovery.phase(), recovery.task(), recovery.context(), recovery.failure(), dataset, decisions));
    }

    /** What was settled for the link as a whole stays settled. */
    private static List<RecoveryDecision> decisionsOnTheLink(Recovery recovery, Long dataset) {
        Set<Object> ofTheDataset = Optional.ofNullable(recovery.context()).stream()
                .flatMap(context -> context.summary().items().stream())
                .filter(item -> Objects.equals(item.datasetId(), dataset))
                .map(RecoveryItem::id)
                .collect(Collectors.toSet());
        return recovery.decisions().stream()
                .filter(decision -> !ofTheDataset.contains(decision.item()))
                .toList();
    }

    /** A finding about the other dataset was accepted, not the same about this one. */
    private static Finding withoutAcceptance(Finding finding, Instant now) {
        return finding.status() == FindingStatus.ACCEPTED ? finding.resolved(now) : finding;
    }
}
