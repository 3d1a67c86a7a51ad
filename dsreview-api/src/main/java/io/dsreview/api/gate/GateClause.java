package io.dsreview.api.gate;

import java.util.Locale;

/**
 * One precondition of a gate. Gates are enums of these; the ids are public names and never change. The words are in a
 * message bundle, under {@code ID.rule} and {@code ID.cure}; {@link ClauseText} renders them.
 */
public interface GateClause {

    /**
     * Returns the public name of the clause.
     *
     * @return the id, such as {@code L7}
     */
    String id();

    /**
     * Returns the base name of the resource bundle with the words of this clause.
     *
     * @return a base name, as {@link java.util.ResourceBundle} takes it
     */
    String bundle();

    /**
     * Returns what must hold, in English: this text is part of the contract that the ledger names.
     *
     * @return half a sentence that follows "only if", such as "the preview matches the current inputs"
     */
    default String rule() {
        return ClauseText.of(this, Locale.ROOT).rule();
    }

    /**
     * Returns what to do when it does not hold, in English.
     *
     * @return an imperative, such as "request the preview again"
     */
    default String cure() {
        return ClauseText.of(this, Locale.ROOT).cure();
    }
}
