package io.dsreview.api.command;

import io.dsreview.api.error.Problem;
import io.dsreview.api.gate.UnmetClause;
import io.dsreview.api.session.ReadinessChange;
import io.dsreview.api.session.ReviewView;
import java.util.List;
import java.util.function.Function;

/** How a command ended. */
public sealed interface CommandResult {

    /**
     * It was done, effects included.
     *
     * @param view the session after it
     * @param change what became of readiness and findings by it, for the actor
     */
    record Accepted(ReviewView view, ReadinessChange change) implements CommandResult {}

    /**
     * It was refused, and changed nothing but the audit.
     *
     * @param problems why, all at once; copied
     * @param unmet the clauses of the gate that do not hold, in order; empty if no gate was asked; copied
     */
    record Rejected(List<Problem> problems, List<UnmetClause> unmet) implements CommandResult {

        /**
         * Copies the lists.
         *
         * @throws IllegalArgumentException if both are empty
         */
        public Rejected {
            problems = List.copyOf(problems);
            unmet = List.copyOf(unmet);
            if (problems.isEmpty() && unmet.isEmpty()) {
                throw new IllegalArgumentException("a refusal has 0 reasons; give at least one");
            }
        }
    }

    /**
     * Somebody else changed the session. Load it again, look, and decide anew.
     *
     * @param expected the version the command was decided on
     * @param actual the version that is stored
     */
    record Conflict(long expected, long actual) implements CommandResult {}

    /**
     * It had been done before; nothing was changed now.
     *
     * @param version the version of the commit that accepted it first, its effects not counted; where it is recognised
     *     without a key, the present version
     * @param view the session as it is now
     */
    record Duplicate(long version, ReviewView view) implements CommandResult {}

    /** There is no such session within the actor's reach. */
    record NotFound() implements CommandResult {}

    /**
     * Handles every case.
     *
     * @param accepted for an accepted command
     * @param rejected for a refused one
     * @param conflict for a stale one
     * @param duplicate for a repeated one
     * @param notFound for one without a session
     * @param <R> the result's type
     * @return what the matching function gave
     */
    default <R> R fold(
            Function<Accepted, R> accepted,
            Function<Rejected, R> rejected,
            Function<Conflict, R> conflict,
            Function<Duplicate, R> duplicate,
            Function<NotFound, R> notFound) {
        if (this instanceof Accepted it) {
            return accepted.apply(it);
        }
        if (this instanceof Rejected it) {
            return rejected.apply(it);
        }
        if (this instanceof Conflict it) {
            return conflict.apply(it);
        }
        return this instanceof Duplicate it ? duplicate.apply(it) : notFound.apply((NotFound) this);
    }

    /**
     * Returns the session if the command was done, now or before.
     *
     * @return the session as it is now
     * @throws CommandRefusedException if it was refused, stale, or found no session
     */
    default ReviewView orElseThrow() {
        return fold(
                Accepted::view,
                rejected -> {
                    throw new CommandRefusedException(rejected);
                },
                conflict -> {
                    throw new CommandRefusedException(conflict);
                },
                Duplicate::view,
                notFound -> {
                    throw new CommandRefusedException(notFound);
                });
    }
}
