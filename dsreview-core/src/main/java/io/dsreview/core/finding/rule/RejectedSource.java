package io.dsreview.core.finding.rule;

import io.dsreview.api.error.Problem;
import io.dsreview.api.finding.FindingTarget;
import io.dsreview.api.finding.Severity;
import io.dsreview.api.session.ReviewSession;
import io.dsreview.core.finding.FindingRule;
import io.dsreview.core.finding.Finds;
import java.util.Optional;
import java.util.stream.Stream;

/** The source that was applied last could not be used. */
final class RejectedSource implements FindingRule {

    @Override
    public Finds finds() {
        return Finds.reported(
                Severity.WARNING,
                FindingTarget.SESSION,
                "the semantic source that was applied last could not be used; nothing of it was",
                "SEMANTIC_SOURCE_*",
                "SOURCE_*",
                "REFERENCE_*",
                "SUPERSET_*");
    }

    @Override
    public Stream<Problem> look(ReviewSession session) {
        return Optional.ofNullable(session.semantics().rejectedSource()).stream()
                .filter(why -> !DraftsNotMade.isAbout(why));
    }
}
