package io.dsreview.api.gate;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Whether a gate is open. A closed gate says all reasons at once, in the order of its clauses. */
public sealed interface GateDecision {

    /** Every clause holds. */
    record Open() implements GateDecision {}

    /**
     * At least one clause does not hold.
     *
     * @param unmet all clauses that do not hold, in the order of the gate; never empty; copied
     */
    record Closed(List<UnmetClause> unmet) implements GateDecision {

        /**
         * Copies the clauses.
         *
         * @throws IllegalArgumentException if there are none
         */
        public Closed {
            unmet = List.copyOf(unmet);
            if (unmet.isEmpty()) {
                throw new IllegalArgumentException("a gate with 0 unmet clauses is open, not closed");
            }
        }
    }

    /**
     * Returns the decision for the clauses that do not hold.
     *
     * @param unmet the clauses that do not hold, in the order of the gate
     * @return open if there are none
     */
    static GateDecision of(List<UnmetClause> unmet) {
        return unmet.isEmpty() ? new Open() : new Closed(unmet);
    }

    /**
     * Handles both cases.
     *
     * @param whenOpen gives the result for an open gate
     * @param whenClosed gives the result for a closed one
     * @param <R> the result's type
     * @return what the matching function gave
     */
    default <R> R fold(Supplier<R> whenOpen, Function<Closed, R> whenClosed) {
        return this instanceof Closed closed ? whenClosed.apply(closed) : whenOpen.get();
    }

    /**
     * Tells whether every clause holds.
     *
     * @return true if the gate is open
     */
    default boolean isOpen() {
        return this instanceof Open;
    }

    /**
     * Returns the clauses that do not hold.
     *
     * @return the clauses in the order of the gate; empty if the gate is open
     */
    default List<UnmetClause> unmet() {
        return fold(List::of, Closed::unmet);
    }
}
