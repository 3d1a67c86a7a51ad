package io.dsreview.core.finding.rule;

import io.dsreview.api.error.Problem;
import io.dsreview.api.finding.FindingTarget;
import io.dsreview.api.finding.Severity;
import io.dsreview.api.id.FilterId;
import io.dsreview.api.mapping.ExecutionMapping;
import io.dsreview.api.session.ReviewSession;
import io.dsreview.api.superset.RecoveredContext;
import io.dsreview.core.finding.FindingRule;
import io.dsreview.core.finding.Finds;
import io.dsreview.core.finding.ReviewProblem;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A filter with a value does not reach the dataset under review. */
final class FilterNotApplicable implements FindingRule {

    @Override
    public Finds finds() {
        return Finds.own(
                Severity.INFO,
                FindingTarget.FILTER,
                ReviewProblem.FILTER_NOT_APPLICABLE,
                "a filter has a value, and nothing in the dataset under review takes it");
    }

    @Override
    public Stream<Problem> look(ReviewSession session) {
        RecoveredContext context = session.recovery().context();
        if (context == null || session.recovery().datasetId() == null) {
            return Stream.empty();
        }
        Set<FilterId> mapped =
                session.mappings().stream().map(ExecutionMapping::filter).collect(Collectors.toSet());
        return context.filters().stream()
                .filter(filter -> !filter.value().isEmpty() && !mapped.contains(filter.id()))
                .map(filter -> Problem.of(ReviewProblem.FILTER_NOT_APPLICABLE)
                        .about(filter.id().value()));
    }
}
