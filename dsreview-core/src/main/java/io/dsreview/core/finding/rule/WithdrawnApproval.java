package io.dsreview.core.finding.rule;

import io.dsreview.api.error.Problem;
import io.dsreview.api.finding.FindingTarget;
import io.dsreview.api.finding.Severity;
import io.dsreview.api.mapping.MappingStatus;
import io.dsreview.api.session.ReviewSession;
import io.dsreview.core.finding.FindingRule;
import io.dsreview.core.finding.Finds;
import io.dsreview.core.finding.ReviewProblem;
import java.util.Optional;
import java.util.stream.Stream;

/** A mapping was approved, and its content changed since. */
final class WithdrawnApproval implements FindingRule {

    @Override
    public Finds finds() {
        return Finds.own(
                Severity.WARNING,
                FindingTarget.MAPPING,
                ReviewProblem.MAPPING_APPROVAL_WITHDRAWN,
                "a mapping changed after it was approved, so that the approval no longer counts");
    }

    @Override
    public Stream<Problem> look(ReviewSession session) {
        return session.mappings().stream()
                .filter(mapping -> mapping.status() == MappingStatus.WITHDRAWN)
                .map(mapping -> Problem.of(ReviewProblem.MAPPING_APPROVAL_WITHDRAWN)
                        .about(mapping.id().value()));
    }

    @Override
    public Optional<Object> looksAt(ReviewSession session) {
        return Optional.of(session.mappings());
    }
}
