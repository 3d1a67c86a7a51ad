package io.dsreview.core.decision;

import io.dsreview.api.session.ReviewSession;
import java.time.Instant;

/** Evaluates sessions as commands do. */
public final class Evaluations {

    private Evaluations() {}

    /** Returns the session with all consequences of what is in it, as if nothing were known of it. */
    public static ReviewSession whole(ReviewSession session, Instant now) {
        return Reevaluation.of(session, now);
    }

    /** Returns the session with the consequences of what changed since it was evaluated. */
    public static ReviewSession since(ReviewSession evaluated, ReviewSession changed, Instant now) {
        return Reevaluation.since(evaluated, changed, now);
    }
}
