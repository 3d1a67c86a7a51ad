package io.dsreview.api.gate;

import java.util.List;
import java.util.Locale;

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

    /** Returns {@link ClauseText#sentence} in English. */
    @Override
    public String toString() {
        return ClauseText.sentence(this, Locale.ENGLISH);
    }
}
