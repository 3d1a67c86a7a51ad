package io.dsreview.core.finding.rule;

import io.dsreview.api.error.Problem;
import io.dsreview.api.finding.FindingTarget;
import io.dsreview.api.finding.Severity;
import io.dsreview.api.mapping.MappingStatus;
import io.dsreview.api.session.ReviewSession;
import io.dsreview.core.finding.FindingRule;
import io.dsreview.core.finding.Finds;
import java.util.stream.Stream;

/** Something of a mapping's value is lost on its way, and no person has approved that. */
final class LossyMapping implements FindingRule {

    @Override
    public Finds finds() {
        return Finds.reported(
                Severity.WARNING,
                FindingTarget.MAPPING,
                "something of a mapping's value is lost on its way, and nobody has approved or rejected the mapping as it is",
                "CONVERSION_*");
    }

    @Override
    public Stream<Problem> look(ReviewSession session) {
        return session.mappings().stream()
                .filter(mapping -> mapping.conversion().isLossy())
                .filter(mapping ->
                        mapping.status() == MappingStatus.SUGGESTED || mapping.status() == MappingStatus.WITHDRAWN)
                .flatMap(mapping -> mapping.conversion().warnings().stream()
                        .map(warning -> warning.about(mapping.id().value())));
    }
}
