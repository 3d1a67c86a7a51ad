package io.dsreview.core.invariant;

import io.dsreview.api.access.AccessPolicy;
import io.dsreview.api.access.FeatureFlags;
import io.dsreview.api.execution.LaunchClause;
import io.dsreview.api.finding.FindingStatus;
import io.dsreview.api.session.Recovery;
import io.dsreview.api.session.Recovery.Phase;
import io.dsreview.api.session.ReviewSession;
import io.dsreview.api.session.ReviewView;
import io.dsreview.api.superset.RecoveredContext;
import io.dsreview.api.superset.RecoveryItem;
import io.dsreview.core.view.ReviewViews;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Invariant 6: what Superset's answer lacked is a finding, is missing in the profile, and closes the gate where it must. */
final class PartialIsVisible implements Invariant {

    @Override
    public Stream<String> violations(Observation seen) {
        return seen.stored().stream()
                .filter(each -> !each.isRefusal() && !each.isDeletion())
                .filter(each -> each.after().recovery().phase() != Phase.RUNNING)
                .map(Stored::after)
                .flatMap(session -> violations(session, seen.stage()));
    }

    private static Stream<String> violations(ReviewSession session, Stage stage) {
        Recovery recovery = session.recovery();
        boolean complete = recovery.phase() == Phase.RECOVERED
                && recovery.context() != null
                && stage.weather().told().contains(recovery.context())
                && recovery.relevantItems().stream().allMatch(item -> item.state() == RecoveryItem.State.RECOVERED);
        if (complete) {
            return Stream.empty();
        }
        List<String> found = new ArrayList<>();
        ReviewView view = new ReviewViews(AccessPolicy.byRole(), tenant -> FeatureFlags.ALL_ON, stage.seams())
                .of(session, Party.ANN.actor());
        boolean open = view.readiness().launch().isOpen();
        boolean closedByRecovery =
                view.readiness().launch().unmet().stream().anyMatch(unmet -> unmet.clause() == LaunchClause.L2);
        if (recovery.phase() != Phase.RECOVERED) {
            if (!closedByRecovery || session.findings().stream().noneMatch(finding -> finding.blocks())) {
                found.add("a recovery that did not end well looks complete");
            }
            return found.stream();
        }
        for (RecoveryItem item : lacking(recovery, stage.weather().told())) {
            boolean settled = isSettled(recovery, item);
            boolean shown = session.findings().stream()
                            .anyMatch(finding -> finding.status() != FindingStatus.RESOLVED
                                    && item.id()
                                            .value()
                                            .equals(finding.problem().target()))
                    && view.profile().missing().stream()
                            .anyMatch(missing -> missing.id().equals(item.id().value()));
            if (!settled && !shown) {
                found.add("nothing shows that " + item.id() + " was not recovered");
            }
            if (!settled && item.required() && (open || !closedByRecovery)) {
                found.add("the gate does not wait for " + item.id());
            }
        }
        return found.stream();
    }

    /** Somebody supplied it, or accepted as absent what is the case now. */
    private static boolean isSettled(Recovery recovery, RecoveryItem item) {
        return recovery.decisions().stream()
                .filter(decision -> decision.item().equals(item.id()))
                .anyMatch(decision -> !decision.absent()
                        || (decision.state() == item.state() && Objects.equals(decision.why(), item.why())));
    }

    /** What the true answer lacked: the one that told of the same charts and datasets. */
    private static Set<RecoveryItem> lacking(Recovery recovery, Set<RecoveredContext> told) {
        Set<RecoveryItem> lacking = new LinkedHashSet<>();
        RecoveredContext context = recovery.context();
        if (context != null && told.contains(context)) {
            recovery.relevantItems().forEach(lacking::add);
        } else if (context != null) {
            told.stream()
                    .filter(each -> each.datasets().equals(context.datasets())
                            && each.filters().equals(context.filters()))
                    .reduce((earlier, later) -> later)
                    .ifPresent(each -> lacking.addAll(each.summary().items()));
        }
        lacking.removeIf(item -> item.state() == RecoveryItem.State.RECOVERED);
        return lacking;
    }
}
