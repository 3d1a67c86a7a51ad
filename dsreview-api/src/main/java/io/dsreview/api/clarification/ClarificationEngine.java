package io.dsreview.api.clarification;

import java.util.List;

/**
 * Chooses the one question that is asked. Usable alone, without a session.
 *
 * <p>Implementations are pure and thread-safe.
 */
@FunctionalInterface
public interface ClarificationEngine {

    /**
     * Returns the state for the doubts that are left. The order is: blocking first, then larger impact, then older, then
     * the id. What was skipped comes after all others, the longest skipped first; what was deferred is never asked.
     *
     * @param current the state so far; its answers are kept, and who set a question aside as long as it is open
     * @param doubts all questions that are still open, in any order, at most one per id
     * @return the state with the first of them active, unless it is paused, and the others waiting in order
     */
    ClarificationState next(ClarificationState current, List<Question> doubts);
}
