package io.dsreview.core.finding.rule;

import io.dsreview.api.error.Problem;
import io.dsreview.api.finding.FindingTarget;
import io.dsreview.api.finding.Severity;
import io.dsreview.api.session.ReviewSession;
import io.dsreview.api.superset.RecoveryItem.Kind;
import io.dsreview.core.finding.FindingRule;
import io.dsreview.core.finding.Finds;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something was not fully recovered, and no person has settled it.
 *
 * @param target what sort of thing the rule looks for
 */
record IncompleteRecovery(FindingTarget target) implements FindingRule {

    @Override
    public Finds finds() {
        return Finds.reported(
                Severity.WARNING,
                target,
                "this was recovered in part or not at all, and nobody has supplied it or accepted it as absent",
                "RECOVERY_*",
                "SUPERSET_*",
                "LINK_*");
    }

    @Override
    public Stream<Problem> look(ReviewSession session) {
        return OpenItems.of(session)
                .filter(item -> target(item.kind()) == target)
                .filter(item -> session.recovery().decisionOn(item).isEmpty())
                .map(OpenItems::why);
    }

    /** Null for what the rule {@link UnresolvedTemplate} looks for. */
    private static @Nullable FindingTarget target(Kind kind) {
        return switch (kind) {
            case TEMPLATE -> null;
            case FILTER -> FindingTarget.FILTER;
            case VARIABLE -> FindingTarget.VARIABLE;
            case SERVER, DASHBOARD, CHART, DATASET, STATE, URL_PARAMETER, QUERY -> FindingTarget.SESSION;
        };
    }
}
