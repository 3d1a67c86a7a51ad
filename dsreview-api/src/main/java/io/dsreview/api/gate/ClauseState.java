package io.dsreview.api.gate;

import java.util.List;
import java.util.Locale;

/**
 * How one clause stands.
 *
 * @param clause the clause: its id, its rule in words and its cure
 * @param holds true if it holds
 * @param subjects the ids it fails on, such as the mappings that are not approved; may be empty; copied
 */
public record ClauseState(GateClause clause, boolean holds, List<String> subjects) {

    /** Copies the subjects. */
    public ClauseState {
        subjects = List.copyOf(subjects);
    }

    /**
     * Puts the state into words.
     *
     * @param locale the reader's language; falls back to English
     * @return one sentence: that the clause holds; or with what it fails on, and its cure
     */
    public String text(Locale locale) {
        return ClauseText.sentence(this, locale);
    }
}
