package io.dsreview.core.finding.rule;

import io.dsreview.api.error.Problem;
import io.dsreview.api.execution.DatasetRevision;
import io.dsreview.api.finding.FindingTarget;
import io.dsreview.api.finding.Severity;
import io.dsreview.api.session.ReviewSession;
import io.dsreview.core.finding.FindingRule;
import io.dsreview.core.finding.Finds;
import io.dsreview.core.finding.ReviewProblem;
import java.util.stream.Stream;

/** The definition of the dataset is another one than the one that was recovered. */
final class DatasetChanged implements FindingRule {

    @Override
    public Finds finds() {
        return Finds.own(
                Severity.BLOCKING,
                FindingTarget.SESSION,
                ReviewProblem.DATASET_CHANGED,
                "Superset tells another revision of the dataset than the context was recovered from");
    }

    @Override
    public Stream<Problem> look(ReviewSession session) {
        DatasetRevision read = session.execution().revision();
        return session
                .recovery()
                .dataset()
                .filter(dataset -> read != null
                        && !read.revision().equals(dataset.revision().revision()))
                .map(dataset -> Problem.of(ReviewProblem.DATASET_CHANGED))
                .stream();
    }
}
