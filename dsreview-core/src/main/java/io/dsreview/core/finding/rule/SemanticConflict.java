package io.dsreview.core.finding.rule;

import io.dsreview.api.error.Problem;
import io.dsreview.api.finding.FindingTarget;
import io.dsreview.api.finding.Severity;
import io.dsreview.api.semantic.SemanticCandidate;
import io.dsreview.api.semantic.SemanticField;
import io.dsreview.api.session.ReviewSession;
import io.dsreview.core.finding.FindingRule;
import io.dsreview.core.finding.Finds;
import io.dsreview.core.finding.ReviewProblem;
import java.util.Optional;
import java.util.stream.Stream;

/** Trusted sources of the same rank disagree about a field. */
final class SemanticConflict implements FindingRule {

    @Override
    public Finds finds() {
        return Finds.own(
                Severity.WARNING,
                FindingTarget.FIELD,
                ReviewProblem.SEMANTIC_CONFLICT,
                "sources of the best rank give a field different meanings, and no person has decided");
    }

    @Override
    public Stream<Problem> look(ReviewSession session) {
        return session.semantics().presentIn(session.recovery()).stream()
                .filter(SemanticField::isConflicted)
                .map(field -> Problem.of(
                                ReviewProblem.SEMANTIC_CONFLICT,
                                "count",
                                Long.toString(field.best().stream()
                                        .map(SemanticCandidate::meaning)
                                        .distinct()
                                        .count()))
                        .about(field.id().value()));
    }

    @Override
    public Optional<Object> looksAt(ReviewSession session) {
        return Optional.of(session.semantics());
    }
}
