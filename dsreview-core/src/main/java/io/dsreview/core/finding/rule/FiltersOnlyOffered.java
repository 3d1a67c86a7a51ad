package io.dsreview.core.finding.rule;

import io.dsreview.api.error.Problem;
import io.dsreview.api.finding.FindingTarget;
import io.dsreview.api.finding.Severity;
import io.dsreview.api.id.VariableId;
import io.dsreview.api.mapping.ExecutionMapping;
import io.dsreview.api.mapping.MappingTarget;
import io.dsreview.api.session.ReviewSession;
import io.dsreview.core.finding.FindingRule;
import io.dsreview.core.finding.Finds;
import io.dsreview.core.finding.ReviewProblem;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Filters fit a variable, but not well enough to give it its value before a person approves that. */
final class FiltersOnlyOffered implements FindingRule {

    @Override
    public Finds finds() {
        return Finds.own(
                Severity.INFO,
                FindingTarget.VARIABLE,
                ReviewProblem.FILTERS_ONLY_OFFERED,
                "filters with a similar name, or with a value that would not arrive whole, are offered for a url_param");
    }

    @Override
    public Stream<Problem> look(ReviewSession session) {
        Map<String, Long> offered = session.mappings().stream()
                .filter(ExecutionMapping::isOffered)
                .map(ExecutionMapping::target)
                .filter(MappingTarget.Variable.class::isInstance)
                .map(target -> ((MappingTarget.Variable) target).variable())
                .collect(Collectors.groupingBy(VariableId::value, TreeMap::new, Collectors.counting()));
        return offered.entrySet().stream()
                .map(each -> Problem.of(ReviewProblem.FILTERS_ONLY_OFFERED, "count", Long.toString(each.getValue()))
                        .about(each.getKey()));
    }
}
