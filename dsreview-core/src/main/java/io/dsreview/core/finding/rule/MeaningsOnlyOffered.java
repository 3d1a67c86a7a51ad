package io.dsreview.core.finding.rule;

import io.dsreview.api.error.Problem;
import io.dsreview.api.finding.FindingTarget;
import io.dsreview.api.finding.Severity;
import io.dsreview.api.session.ReviewSession;
import io.dsreview.core.finding.FindingRule;
import io.dsreview.core.finding.Finds;
import io.dsreview.core.finding.ReviewProblem;
import java.util.Optional;
import java.util.stream.Stream;

/** Fields for which there are meanings that are never taken over by themselves. */
final class MeaningsOnlyOffered implements FindingRule {

    @Override
    public Finds finds() {
        return Finds.own(
                Severity.INFO,
                FindingTarget.SESSION,
                ReviewProblem.MEANINGS_ONLY_OFFERED,
                "fields have candidates that only a person may accept");
    }

    @Override
    public Stream<Problem> look(ReviewSession session) {
        long offered = session.semantics().presentIn(session.recovery()).stream()
                .filter(field ->
                        !field.decision().isDecided() && !field.standing().isEmpty() && !field.isConflicted())
                .count();
        return offered == 0
                ? Stream.empty()
                : Stream.of(Problem.of(ReviewProblem.MEANINGS_ONLY_OFFERED, "count", Long.toString(offered)));
    }

    @Override
    public Optional<Object> looksAt(ReviewSession session) {
        return Optional.of(session.semantics());
    }
}
