package io.dsreview.core.finding.rule;

import io.dsreview.api.clarification.Topic;
import io.dsreview.api.error.Problem;
import io.dsreview.api.finding.FindingTarget;
import io.dsreview.api.finding.Severity;
import io.dsreview.api.session.ReviewSession;
import io.dsreview.core.clarification.Doubts;
import io.dsreview.core.finding.FindingRule;
import io.dsreview.core.finding.Finds;
import io.dsreview.core.finding.ReviewProblem;
import java.time.Instant;
import java.util.stream.Stream;

/**
 * Doubts of a session that asks no questions: what would be a question is a finding, and blocks as the question would.
 *
 * @param topic what the doubts are about
 */
record UnaskedDoubts(Topic topic) implements FindingRule {

    @Override
    public Finds finds() {
        return Finds.own(
                Severity.BLOCKING,
                switch (topic) {
                    case DATASET -> FindingTarget.SESSION;
                    case VARIABLE_VALUE -> FindingTarget.VARIABLE;
                    case FIELD_MEANING -> FindingTarget.FIELD;
                },
                code(),
                switch (topic) {
                    case DATASET -> "clarification is off, and the link shows several datasets";
                    case VARIABLE_VALUE -> "clarification is off, and a required variable has no value";
                    case FIELD_MEANING -> "clarification is off, and trusted sources give a field different meanings";
                });
    }

    @Override
    public Stream<Problem> look(ReviewSession session) {
        return session.intake().asks()
                ? Stream.empty()
                : Doubts.of(null, session, Instant.EPOCH).stream()
                        .filter(doubt -> doubt.topic() == topic)
                        .map(doubt -> doubt.subject().isEmpty()
                                ? Problem.of(code())
                                : Problem.of(code()).about(doubt.subject()));
    }

    private ReviewProblem code() {
        return switch (topic) {
            case DATASET -> ReviewProblem.DATASET_UNDECIDED;
            case VARIABLE_VALUE -> ReviewProblem.VALUE_UNDECIDED;
            case FIELD_MEANING -> ReviewProblem.MEANING_UNDECIDED;
        };
    }
}
