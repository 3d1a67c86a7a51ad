package io.dsreview.core.finding.rule;

import io.dsreview.api.error.Problem;
import io.dsreview.api.finding.FindingTarget;
import io.dsreview.api.finding.Severity;
import io.dsreview.api.session.Recovery.Phase;
import io.dsreview.api.session.ReviewSession;
import io.dsreview.api.superset.RecoveredContext;
import io.dsreview.core.finding.FindingRule;
import io.dsreview.core.finding.Finds;
import io.dsreview.core.finding.ReviewProblem;
import java.util.stream.Stream;

/** The link was recovered, and there is no dataset behind it. */
final class DatasetNotResolvable implements FindingRule {

    @Override
    public Finds finds() {
        return Finds.own(
                Severity.BLOCKING,
                FindingTarget.SESSION,
                ReviewProblem.DATASET_NOT_RESOLVABLE,
                "the context was recovered, and it holds no dataset");
    }

    @Override
    public Stream<Problem> look(ReviewSession session) {
        RecoveredContext context = session.recovery().context();
        boolean none = context != null
                && session.recovery().phase() == Phase.RECOVERED
                && context.datasets().isEmpty();
        return none ? Stream.of(Problem.of(ReviewProblem.DATASET_NOT_RESOLVABLE)) : Stream.empty();
    }
}
