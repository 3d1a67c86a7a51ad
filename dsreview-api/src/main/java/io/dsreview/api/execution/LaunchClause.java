package io.dsreview.api.execution;

import io.dsreview.api.gate.GateClause;

/** The clauses of the launch gate. Their order is the order in which reasons are shown; their words are in a bundle. */
public enum LaunchClause implements GateClause {
    /** The session is active. */
    L1,
    /** Recovery is complete. */
    L2,
    /** No blocking finding. */
    L3,
    /** Variables are settled. */
    L4,
    /** Mappings are approved. */
    L5,
    /** There is a preview by Superset. */
    L6,
    /** The preview is fresh. */
    L7,
    /** The SQL is fully rendered. */
    L8,
    /** No blocking question. */
    L9,
    /** Permission and flag. */
    L10;

    @Override
    public String id() {
        return name();
    }

    @Override
    public String bundle() {
        return "io.dsreview.api.execution.LaunchClauses";
    }
}
