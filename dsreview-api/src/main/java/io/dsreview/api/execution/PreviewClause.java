package io.dsreview.api.execution;

import io.dsreview.api.gate.GateClause;

/** The clauses of the preview gate. Their order is the order in which reasons are shown; their words are in a bundle. */
public enum PreviewClause implements GateClause {
    /** The session is active. */
    P1,
    /** The dataset is known. */
    P2,
    /** Variables have values. */
    P3,
    /** Permission. */
    P4;

    @Override
    public String id() {
        return name();
    }

    @Override
    public String bundle() {
        return "io.dsreview.api.execution.PreviewClauses";
    }
}
