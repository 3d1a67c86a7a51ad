package io.dsreview.api.gate;

import java.util.List;

/**
 * Every clause of a gate as it stands for one actor at one moment.
 *
 * @param clauses the clauses, in the order of the gate; copied
 */
public record GateExplanation(List<ClauseState> clauses) {

    /** Copies the clauses. */
    public GateExplanation {
        clauses = List.copyOf(clauses);
    }

    /**
     * Returns the clauses that do not hold.
     *
     * @return the clauses, in the order of the gate; empty if the gate is open
     */
    public List<UnmetClause> unmet() {
        return clauses.stream()
                .filter(state -> !state.holds())
                .map(state -> new UnmetClause(state.clause(), state.subjects()))
                .toList();
    }

    /**
     * Returns whether the gate is open.
     *
     * @return open if every clause holds
     */
    public GateDecision decision() {
        return GateDecision.of(unmet());
    }
}
