package io.dsreview.api.session;

import io.dsreview.api.finding.Finding;
import io.dsreview.api.finding.FindingStatus;
import io.dsreview.api.gate.GateClause;
import io.dsreview.api.gate.UnmetClause;
import io.dsreview.api.id.FindingId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a command did to the readiness of a session, its effects included. Computed by comparing, never stored.
 *
 * @param before the readiness before it, for the same actor; null if the command started the session
 * @param after the readiness after it
 * @param resolved the findings that held before and do not hold now; copied
 * @param raised the findings that hold now and did not before; copied
 */
public record ReadinessChange(
        @Nullable Readiness before, Readiness after, List<Finding> resolved, List<Finding> raised) {

    /** Copies the findings. */
    public ReadinessChange {
        resolved = List.copyOf(resolved);
        raised = List.copyOf(raised);
    }

    /**
     * Compares.
     *
     * @param before the readiness before, or null if there was no session
     * @param known the findings before, resolved ones included
     * @param after the session now
     * @return the change
     */
    public static ReadinessChange between(@Nullable Readiness before, List<Finding> known, ReviewView after) {
        List<Finding> present = after.session().findings();
        Set<FindingId> held = holding(known);
        Set<FindingId> holds = holding(present);
        return new ReadinessChange(
                before,
                after.readiness(),
                present.stream()
                        .filter(finding -> held.contains(finding.id()) && !holds.contains(finding.id()))
                        .toList(),
                present.stream()
                        .filter(finding -> holds.contains(finding.id()) && !held.contains(finding.id()))
                        .toList());
    }

    /**
     * Returns the clauses of the launch gate that did not hold before and hold now.
     *
     * @return the clauses, in the order of the gate; none for a start
     */
    public List<GateClause> met() {
        return before == null ? List.of() : without(before, after);
    }

    /**
     * Returns the clauses of the launch gate that do not hold now and held before.
     *
     * @return the clauses, in the order of the gate; for a start all that do not hold
     */
    public List<GateClause> unmet() {
        return before == null ? clauses(after) : without(after, before);
    }

    private static List<GateClause> without(Readiness these, Readiness those) {
        List<GateClause> others = clauses(those);
        return clauses(these).stream()
                .filter(clause -> !others.contains(clause))
                .toList();
    }

    private static List<GateClause> clauses(Readiness readiness) {
        return readiness.launch().unmet().stream().map(UnmetClause::clause).toList();
    }

    private static Set<FindingId> holding(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.status() != FindingStatus.RESOLVED)
                .map(Finding::id)
                .collect(Collectors.toSet());
    }
}
