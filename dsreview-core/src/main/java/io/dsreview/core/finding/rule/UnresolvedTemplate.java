package io.dsreview.core.finding.rule;

import io.dsreview.api.error.Problem;
import io.dsreview.api.finding.FindingTarget;
import io.dsreview.api.finding.Severity;
import io.dsreview.api.session.ReviewSession;
import io.dsreview.api.superset.RecoveryItem.Kind;
import io.dsreview.core.finding.FindingRule;
import io.dsreview.core.finding.Finds;
import java.util.stream.Stream;

/** A template uses something that dsreview carries no value for; no person can accept that as absent. */
final class UnresolvedTemplate implements FindingRule {

    @Override
    public Finds finds() {
        return Finds.reported(
                Severity.BLOCKING,
                FindingTarget.SESSION,
                "a template of the dataset uses something for which no value is carried",
                "RECOVERY_TEMPLATE*");
    }

    @Override
    public Stream<Problem> look(ReviewSession session) {
        return OpenItems.of(session)
                .filter(item -> item.kind() == Kind.TEMPLATE)
                .map(OpenItems::why);
    }
}
