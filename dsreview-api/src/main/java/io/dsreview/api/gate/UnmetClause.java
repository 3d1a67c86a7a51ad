package io.dsreview.api.gate;

import java.util.List;

/**
 * A clause that does not hold, and what it fails on.
 *
 * @param clause the clause: its id, its rule in words and its cure
 * @param subjects the ids it fails on, such as the mappings that are not approved; may be empty; copied
 */
public record UnmetClause(GateClause clause, List<String> subjects) {

    /** Copies the subjects. */
    public UnmetClause {
        subjects = List.copyOf(subjects);
    }

    /** Returns id, rule, subjects and cure as one sentence. */
    @Override
    public String toString() {
        String failing = subjects.isEmpty() ? "" : " (fails on " + String.join(", ", subjects) + ")";
        return clause.id() + " is not met: " + clause.rule() + failing + ". Cure: " + clause.cure() + ".";
    }
}
