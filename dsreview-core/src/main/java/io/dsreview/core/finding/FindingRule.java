package io.dsreview.core.finding;

import io.dsreview.api.error.Problem;
import io.dsreview.api.session.ReviewSession;
import java.util.stream.Stream;

/** One thing to look for in a session. Rules are pure: the same session gives the same problems. */
public interface FindingRule {

    /**
     * Says what this rule finds; {@code docs/findings.md} is written from it.
     *
     * @return severity, target, codes, and when
     */
    Finds finds();

    /**
     * Looks.
     *
     * @param session the session
     * @return what was found: at most one problem per code and thing that it is about
     */
    Stream<Problem> look(ReviewSession session);
}
