package io.dsreview.core.finding.rule;

import io.dsreview.api.error.Problem;
import io.dsreview.api.finding.FindingTarget;
import io.dsreview.api.finding.Severity;
import io.dsreview.api.session.ReviewSession;
import io.dsreview.core.finding.FindingRule;
import io.dsreview.core.finding.Finds;
import java.util.Optional;
import java.util.stream.Stream;

/** Superset could not be asked what the link means. */
final class FailedRecovery implements FindingRule {

    @Override
    public Finds finds() {
        return Finds.reported(
                Severity.BLOCKING,
                FindingTarget.SESSION,
                "the recovery of the context failed as a whole",
                "SUPERSET_*",
                "RECOVERY_*",
                "LINK_*",
                "INTERRUPTED",
                "ANSWER_NOT_STORABLE");
    }

    @Override
    public Stream<Problem> look(ReviewSession session) {
        return Optional.ofNullable(session.recovery().failure()).stream().map(why -> why.about("recovery"));
    }
}
