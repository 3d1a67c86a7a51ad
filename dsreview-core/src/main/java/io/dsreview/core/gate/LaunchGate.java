package io.dsreview.core.gate;

import io.dsreview.api.clarification.Question;
import io.dsreview.api.error.Problem;
import io.dsreview.api.execution.InputFingerprint;
import io.dsreview.api.execution.LaunchClause;
import io.dsreview.api.execution.TemplateTraces;
import io.dsreview.api.finding.Finding;
import io.dsreview.api.mapping.MappingStatus;
import io.dsreview.api.session.Recovery.Phase;
import io.dsreview.api.session.ReviewSession;
import io.dsreview.api.session.SessionStatus;
import io.dsreview.api.superset.RecoveredDataset;
import io.dsreview.core.mapping.VariableState;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The heart: no launch gets round it. Pure: the facts are gathered before. {@link Gates} asks clause by clause, so that all
 * that do not hold come back at once, in order.
 */
final class LaunchGate {

    private LaunchGate() {}

    /** Returns what a clause fails on, or empty if it holds. */
    static Optional<List<String>> failing(LaunchClause clause, LaunchFacts facts) {
        ReviewSession session = facts.session();
        return switch (clause) {
            case L1 -> Unless.holds(session.header().status() == SessionStatus.ACTIVE);
            case L2 -> recovery(session);
            case L3 ->
                Unless.naming(session.findings().stream()
                        .filter(Finding::blocks)
                        .map(Finding::problem)
                        .map(Problem::code)
                        .distinct());
            case L4 ->
                Unless.naming(VariableState.mattering(session)
                        .filter(state -> state.needsApproval() && !state.isApproved())
                        .map(state -> state.variable().id().value()));
            case L5 ->
                Unless.naming(session.approved().reaching().stream()
                        .filter(mapping -> mapping.status() != MappingStatus.APPROVED)
                        .map(mapping -> mapping.id().value()));
            case L6 -> Unless.holds(facts.preview().isPresent());
            case L7 -> freshness(facts);
            case L8 ->
                Unless.naming(facts.preview().stream()
                        .flatMap(preview -> TemplateTraces.in(String.valueOf(preview.sql()), names(session)).stream()));
            case L9 ->
                Unless.naming(session.clarification().open().stream()
                        .filter(Question::blocking)
                        .map(question -> question.id().value()));
            case L10 -> Unless.holds(facts.mayLaunch() && facts.executionOn());
        };
    }

    private static Optional<List<String>> recovery(ReviewSession session) {
        if (session.recovery().phase() != Phase.RECOVERED) {
            return Optional.of(List.of());
        }
        return Unless.naming(
                session.recovery().unsettled().stream().map(item -> item.id().value()));
    }

    private static Optional<List<String>> freshness(LaunchFacts facts) {
        return facts.stalePreview()
                .map(stale -> List.of(
                        "previewed " + stale.fingerprint(),
                        "now " + facts.current().map(InputFingerprint::toString).orElse("unknown")));
    }

    private static Set<String> names(ReviewSession session) {
        return session.recovery().dataset().map(RecoveredDataset::templateNames).orElse(Set.of());
    }
}
