package io.dsreview.core.finding.rule;

import io.dsreview.api.error.Problem;
import io.dsreview.api.execution.ExecutionTarget.DatasetRows;
import io.dsreview.api.finding.FindingTarget;
import io.dsreview.api.finding.Severity;
import io.dsreview.api.id.FieldId;
import io.dsreview.api.session.ReviewSession;
import io.dsreview.core.finding.FindingRule;
import io.dsreview.core.finding.Finds;
import io.dsreview.core.finding.ReviewProblem;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** What is to run names columns that the dataset no longer has. */
final class ColumnsGone implements FindingRule {

    @Override
    public Finds finds() {
        return Finds.own(
                Severity.BLOCKING,
                FindingTarget.SESSION,
                ReviewProblem.COLUMN_UNKNOWN,
                "the target names columns that the dataset does not have");
    }

    @Override
    public Stream<Problem> look(ReviewSession session) {
        if (!(session.execution().target() instanceof DatasetRows rows)
                || rows.columns().isEmpty()) {
            return Stream.empty();
        }
        return session.recovery().dataset().stream()
                .map(dataset -> {
                    Set<FieldId> gone = new HashSet<>(rows.columns());
                    dataset.columns().forEach(column -> gone.remove(column.id()));
                    return gone.size();
                })
                .filter(count -> count > 0)
                .map(count -> Problem.of(ReviewProblem.COLUMN_UNKNOWN, "count", Integer.toString(count)));
    }
}
