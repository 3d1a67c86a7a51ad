package io.dsreview.core.decision;

import io.dsreview.api.session.ReviewSession;
import java.time.Instant;

/** Evaluates a session as if nothing were known of it. */
public final class WholeEvaluation {

    private WholeEvaluation() {}

    /** Returns the session with all consequences of what is in it. */
    public static ReviewSession of(ReviewSession session, Instant now) {
        return Reevaluation.of(session, now);
    }
}
