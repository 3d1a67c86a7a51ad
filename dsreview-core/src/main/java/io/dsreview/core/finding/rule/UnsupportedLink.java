package io.dsreview.core.finding.rule;

import io.dsreview.api.error.Problem;
import io.dsreview.api.finding.FindingTarget;
import io.dsreview.api.finding.Severity;
import io.dsreview.api.session.ReviewSession;
import io.dsreview.core.finding.FindingRule;
import io.dsreview.core.finding.Finds;
import java.util.Optional;
import java.util.stream.Stream;

/** The pasted link belongs to an environment, but names nothing that can be reviewed. */
final class UnsupportedLink implements FindingRule {

    @Override
    public Finds finds() {
        return Finds.reported(
                Severity.BLOCKING,
                FindingTarget.SESSION,
                "the pasted link has a shape from which nothing can be recovered",
                "LINK_*");
    }

    @Override
    public Stream<Problem> look(ReviewSession session) {
        return Optional.ofNullable(session.intake().unsupported()).stream().map(why -> why.about("link"));
    }
}
