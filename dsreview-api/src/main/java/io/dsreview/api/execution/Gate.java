package io.dsreview.api.execution;

import io.dsreview.api.gate.GateClause;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The gates of a review, and which clauses each consists of. */
public enum Gate {
    /** Guards previews. */
    PREVIEW(EnumSet.allOf(PreviewClause.class)),
    /** Guards the launch by SQL Lab, and the hand-off of compiled SQL. */
    LAUNCH(EnumSet.allOf(LaunchClause.class)),
    /** Guards the hand-off without SQL, where no channel can compile. */
    MANUAL_LAUNCH_WITHOUT_SQL(EnumSet.of(
            LaunchClause.L1,
            LaunchClause.L2,
            LaunchClause.L3,
            LaunchClause.L4,
            LaunchClause.L5,
            LaunchClause.L9,
            LaunchClause.L10));

    @SuppressWarnings("ImmutableEnumChecker") // unmodifiable, and so are its elements
    private final List<GateClause> clauses;

    Gate(Set<? extends GateClause> clauses) {
        this.clauses = List.copyOf(clauses);
    }

    /**
     * Returns the clauses of this gate.
     *
     * @return the clauses, in the order in which reasons are shown; unmodifiable
     */
    public List<GateClause> clauses() {
        return clauses;
    }
}
