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

/** Fields of which nobody has said what they mean. */
final class FieldsWithoutMeaning implements FindingRule {

    @Override
    public Finds finds() {
        return Finds.own(
                Severity.INFO,
                FindingTarget.SESSION,
                ReviewProblem.FIELDS_WITHOUT_MEANING,
                "fields have no meaning that a person or a trusted source gave them");
    }

    @Override
    public Stream<Problem> look(ReviewSession session) {
        long unknown = session.semantics().presentIn(session.recovery()).stream()
                .filter(field -> !field.decision().isDecided())
                .count();
        return unknown == 0
                ? Stream.empty()
                : Stream.of(Problem.of(ReviewProblem.FIELDS_WITHOUT_MEANING, "count", Long.toString(unknown)));
    }

    @Override
    public Optional<Object> looksAt(ReviewSession session) {
        return Optional.of(session.semantics());
    }
}
