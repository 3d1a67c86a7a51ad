package io.dsreview.api.gate;

/** One precondition of a gate. Gates are enums of these; the ids are public names and never change. */
public interface GateClause {

    /**
     * Returns the public name of the clause.
     *
     * @return the id, such as {@code L7}
     */
    String id();

    /**
     * Returns what must hold, in words.
     *
     * @return half a sentence that follows "only if", such as "the preview matches the current inputs"
     */
    String rule();

    /**
     * Returns what to do when it does not hold.
     *
     * @return an imperative, such as "request the preview again"
     */
    String cure();
}
