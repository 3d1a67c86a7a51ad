package io.dsreview.core.finding.rule;

import io.dsreview.api.error.Problem;
import io.dsreview.api.finding.FindingTarget;
import io.dsreview.api.finding.Severity;
import io.dsreview.api.session.ReviewSession;
import io.dsreview.api.session.Semantics.LeftAlone;
import io.dsreview.core.finding.FindingRule;
import io.dsreview.core.finding.Finds;
import io.dsreview.core.finding.ReviewProblem;
import java.util.LinkedHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Fields that a new version of a source says something else about, and that it left as they were decided. */
final class FieldsLeftAlone implements FindingRule {

    @Override
    public Finds finds() {
        return Finds.own(
                Severity.INFO,
                FindingTarget.SESSION,
                ReviewProblem.FIELDS_LEFT_ALONE,
                "a new version of a source says something else about fields that are locked or decided by a person");
    }

    @Override
    public Stream<Problem> look(ReviewSession session) {
        return session.semantics().leftAlone().stream()
                .collect(Collectors.groupingBy(LeftAlone::source, LinkedHashMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(each -> Problem.of(ReviewProblem.FIELDS_LEFT_ALONE, "count", Long.toString(each.getValue()))
                        .about("source " + each.getKey()));
    }
}
