package io.dsreview.core.finding.rule;

import io.dsreview.api.error.Problem;
import io.dsreview.api.finding.FindingTarget;
import io.dsreview.api.finding.Severity;
import io.dsreview.api.session.ReviewSession;
import io.dsreview.core.dictionary.DictionaryProblem;
import io.dsreview.core.finding.FindingRule;
import io.dsreview.core.finding.Finds;
import java.util.Optional;
import java.util.stream.Stream;

/** No model was asked for drafts. Without them a review is as good as before. */
final class DraftsNotMade implements FindingRule {

    @Override
    public Finds finds() {
        return Finds.reported(
                Severity.INFO,
                FindingTarget.SESSION,
                "no model was asked for drafts, since the host offers none or lets nothing leave",
                "DRAFTS_*");
    }

    @Override
    public Stream<Problem> look(ReviewSession session) {
        return Optional.ofNullable(session.semantics().rejectedSource()).stream()
                .filter(DraftsNotMade::isAbout);
    }

    static boolean isAbout(Problem why) {
        return why.is(DictionaryProblem.DRAFTS_NOT_ALLOWED) || why.is(DictionaryProblem.DRAFTS_NOT_OFFERED);
    }
}
