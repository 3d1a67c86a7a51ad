package io.dsreview.core.decision;

import io.dsreview.api.session.Execution;
import io.dsreview.api.session.ReviewSession;

/** Takes over the state of the dataset's definition as it was just read. */
final class Revisions {

    private Revisions() {}

    static ReviewSession apply(ReviewSession session, Facts facts) {
        Execution known = session.execution();
        return facts.revision() == null
                ? session
                : session.withExecution(
                        new Execution(known.target(), facts.revision(), known.previews(), known.launches()));
    }
}
