package io.dsreview.api.finding;

import io.dsreview.api.canonical.BoundedText;
import io.dsreview.api.error.Problem;
import io.dsreview.api.id.FindingId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something the review found out that a person should know. Its words come from
 * {@link io.dsreview.api.error.ProblemText#of}.
 *
 * @param id derived from code and target
 * @param severity how much it weighs
 * @param problem code, arguments and target
 * @param status open or resolved
 * @param foundAt when it was first found
 * @param resolvedAt when it stopped holding, or null while it is open
 */
public record Finding(
        FindingId id,
        Severity severity,
        Problem problem,
        FindingStatus status,
        Instant foundAt,
        @Nullable Instant resolvedAt) {

    /**
     * Makes an open finding whose id is derived from the problem.
     *
     * @param severity how much it weighs
     * @param problem code, arguments and target
     * @param foundAt when it was found
     * @return the finding
     */
    public static Finding open(Severity severity, Problem problem, Instant foundAt) {
        String target = problem.target();
        FindingId id = new FindingId(BoundedText.of(target == null ? problem.code() : problem.code() + ":" + target));
        return new Finding(id, severity, problem, FindingStatus.OPEN, foundAt, null);
    }

    /**
     * Returns this finding as resolved.
     *
     * @param when when it stopped holding
     * @return a resolved copy
     */
    public Finding resolved(Instant when) {
        return new Finding(id, severity, problem, FindingStatus.RESOLVED, foundAt, when);
    }

    /**
     * Tells whether this finding closes the launch gate.
     *
     * @return true if it is open and blocking
     */
    public boolean blocks() {
        return status == FindingStatus.OPEN && severity == Severity.BLOCKING;
    }
}
