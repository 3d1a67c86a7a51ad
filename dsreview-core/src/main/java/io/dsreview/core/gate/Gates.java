package io.dsreview.core.gate;

import io.dsreview.api.execution.Gate;
import io.dsreview.api.execution.LaunchClause;
import io.dsreview.api.execution.PreviewClause;
import io.dsreview.api.gate.ClauseState;
import io.dsreview.api.gate.GateClause;
import io.dsreview.api.gate.GateExplanation;
import java.util.List;
import java.util.Optional;

/** Explains every gate, clause by clause. Pure. */
public final class Gates {

    private Gates() {}

    /**
     * Says of every clause of a gate how it stands.
     *
     * @param gate the gate
     * @param facts what it looks at
     * @param mayPreview true if the actor holds the permission to preview
     * @return every clause, in order
     */
    public static GateExplanation explain(Gate gate, LaunchFacts facts, boolean mayPreview) {
        return new GateExplanation(gate.clauses().stream()
                .map(clause -> state(clause, failing(clause, facts, mayPreview)))
                .toList());
    }

    private static Optional<List<String>> failing(GateClause clause, LaunchFacts facts, boolean mayPreview) {
        return clause instanceof PreviewClause preview
                ? PreviewGate.failing(preview, facts.session(), mayPreview)
                : LaunchGate.failing((LaunchClause) clause, facts);
    }

    private static ClauseState state(GateClause clause, Optional<List<String>> failing) {
        return new ClauseState(clause, failing.isEmpty(), failing.orElse(List.of()));
    }
}
