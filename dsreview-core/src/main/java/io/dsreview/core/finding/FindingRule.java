package io.dsreview.core.finding;

import io.dsreview.api.error.Problem;
import io.dsreview.api.finding.Severity;
import io.dsreview.api.session.ReviewSession;
import java.util.stream.Stream;

/** One thing to look for in a session. Rules are pure: the same session gives the same doubts. */
@FunctionalInterface
interface FindingRule {

    /**
     * Looks.
     *
     * @param session the session
     * @return what was found, each with a target of its own
     */
    Stream<Doubt> look(ReviewSession session);

    /**
     * Something a rule found.
     *
     * @param severity how much it weighs
     * @param problem what it is, about which target
     */
    record Doubt(Severity severity, Problem problem) {}
}
