package io.dsreview.core.finding.rule;

import io.dsreview.api.error.Problem;
import io.dsreview.api.execution.PreviewStatus;
import io.dsreview.api.finding.FindingTarget;
import io.dsreview.api.finding.Severity;
import io.dsreview.api.session.ReviewSession;
import io.dsreview.core.finding.FindingRule;
import io.dsreview.core.finding.Finds;
import io.dsreview.core.finding.ReviewProblem;
import java.util.stream.Stream;

/** The last preview has no SQL. */
final class FailedPreview implements FindingRule {

    @Override
    public Finds finds() {
        return Finds.own(
                Severity.WARNING,
                FindingTarget.PREVIEW,
                ReviewProblem.PREVIEW_FAILED,
                "the current preview failed, or no channel carries all of its inputs");
    }

    @Override
    public Stream<Problem> look(ReviewSession session) {
        return session
                .execution()
                .preview()
                .filter(preview ->
                        preview.status() == PreviewStatus.FAILED || preview.status() == PreviewStatus.NOT_CARRIED)
                .map(preview -> Problem.of(
                        ReviewProblem.PREVIEW_FAILED,
                        "count",
                        Integer.toString(preview.diagnostics().size())))
                .stream();
    }
}
