package io.dsreview.core.finding;

import io.dsreview.api.error.Problem;
import io.dsreview.api.session.ReviewSession;
import java.util.Optional;
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

    /**
     * Names all that this rule looks at: while that is the same, what it found stands, and it is not asked again. Worth saying only
     * where looking costs something; the rule's codes must then be its own.
     *
     * @param session the session
     * @return a part of the session; empty, the default, to be asked every time
     */
    default Optional<Object> looksAt(ReviewSession session) {
        return Optional.empty();
    }
}
