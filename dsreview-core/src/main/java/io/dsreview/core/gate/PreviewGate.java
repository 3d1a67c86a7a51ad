package io.dsreview.core.gate;

import io.dsreview.api.execution.PreviewClause;
import io.dsreview.api.session.ReviewSession;
import io.dsreview.api.session.SessionStatus;
import io.dsreview.core.mapping.VariableState;
import java.util.List;
import java.util.Optional;

/** What a preview needs, clause by clause. Pure. */
public final class PreviewGate {

    private PreviewGate() {}

    /**
     * Evaluates a clause.
     *
     * @param clause the clause
     * @param session the session
     * @param mayPreview true if the actor holds the permission to preview
     * @return what it fails on, or empty if it holds
     */
    public static Optional<List<String>> failing(PreviewClause clause, ReviewSession session, boolean mayPreview) {
        return switch (clause) {
            case P1 -> Unless.holds(session.header().status() == SessionStatus.ACTIVE);
            case P2 -> Unless.holds(session.recovery().dataset().isPresent());
            case P3 ->
                Unless.naming(VariableState.mattering(session)
                        .filter(state -> state.variable().required() && !state.hasCandidate())
                        .map(state -> state.variable().id().value()));
            case P4 -> Unless.holds(mayPreview);
        };
    }
}
