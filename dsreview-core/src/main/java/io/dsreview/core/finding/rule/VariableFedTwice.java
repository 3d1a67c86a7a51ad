package io.dsreview.core.finding.rule;

import io.dsreview.api.error.Problem;
import io.dsreview.api.finding.FindingTarget;
import io.dsreview.api.finding.Severity;
import io.dsreview.api.session.ReviewSession;
import io.dsreview.core.finding.FindingRule;
import io.dsreview.core.finding.Finds;
import io.dsreview.core.finding.ReviewProblem;
import io.dsreview.core.mapping.VariableState;
import java.util.stream.Stream;

/** Several filters feed a variable that can have one value only. */
final class VariableFedTwice implements FindingRule {

    @Override
    public Finds finds() {
        return Finds.own(
                Severity.BLOCKING,
                FindingTarget.VARIABLE,
                ReviewProblem.VARIABLE_FED_TWICE,
                "several filters are mapped to a url_param that has no value of its own");
    }

    @Override
    public Stream<Problem> look(ReviewSession session) {
        return VariableState.mattering(session)
                .filter(VariableState::isFedTwice)
                .map(state -> Problem.of(
                                ReviewProblem.VARIABLE_FED_TWICE,
                                "count",
                                Integer.toString(state.mappings().size()))
                        .about(state.variable().id().value()));
    }
}
