package io.dsreview.core.finding.rule;

import io.dsreview.api.error.Problem;
import io.dsreview.api.execution.PreviewStatus;
import io.dsreview.api.finding.FindingTarget;
import io.dsreview.api.finding.Severity;
import io.dsreview.api.session.ReviewSession;
import io.dsreview.core.finding.FindingRule;
import io.dsreview.core.finding.Finds;
import java.util.stream.Stream;

/** An input has no effect on the previewed SQL, in the words of whoever compiled it. */
final class LeftOutOfPreview implements FindingRule {

    @Override
    public Finds finds() {
        return Finds.reported(
                Severity.WARNING,
                FindingTarget.PREVIEW,
                "the preview is ready, and Superset leaves an input out of its SQL",
                "PREVIEW_*");
    }

    @Override
    public Stream<Problem> look(ReviewSession session) {
        return session.execution().preview().stream()
                .filter(preview -> !preview.diagnostics().isEmpty() && preview.status() == PreviewStatus.READY)
                .flatMap(preview -> preview.diagnostics().stream());
    }
}
