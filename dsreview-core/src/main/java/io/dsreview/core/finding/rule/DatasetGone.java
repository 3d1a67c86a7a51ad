package io.dsreview.core.finding.rule;

import io.dsreview.api.error.Problem;
import io.dsreview.api.finding.FindingTarget;
import io.dsreview.api.finding.Severity;
import io.dsreview.api.session.Recovery.Phase;
import io.dsreview.api.session.ReviewSession;
import io.dsreview.core.finding.FindingRule;
import io.dsreview.core.finding.Finds;
import io.dsreview.core.finding.ReviewProblem;
import java.util.stream.Stream;

/** The dataset under review was there, and is not any more. */
final class DatasetGone implements FindingRule {

    @Override
    public Finds finds() {
        return Finds.own(
                Severity.BLOCKING,
                FindingTarget.SESSION,
                ReviewProblem.DATASET_GONE,
                "the context was recovered again, and the dataset under review is not in it");
    }

    @Override
    public Stream<Problem> look(ReviewSession session) {
        boolean gone = session.recovery().phase() == Phase.RECOVERED
                && session.recovery().datasetId() != null
                && session.recovery().dataset().isEmpty();
        return gone ? Stream.of(Problem.of(ReviewProblem.DATASET_GONE)) : Stream.empty();
    }
}
