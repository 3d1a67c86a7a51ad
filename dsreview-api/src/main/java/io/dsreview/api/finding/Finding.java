package io.dsreview.api.finding;

import io.dsreview.api.canonical.BoundedText;
import io.dsreview.api.error.Problem;
import io.dsreview.api.id.FindingId;
import io.dsreview.api.id.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something the review found out that a person should know. Its words come from
 * {@link io.dsreview.api.error.ProblemText#of}.
 *
 * @param id derived from code and target
 * @param severity how much it weighs
 * @param target what sort of thing it is about
 * @param problem code, arguments, and which thing it is about
 * @param status open, accepted or resolved
 * @param foundAt when it was first found
 * @param resolvedAt when it stopped holding, or null while it holds
 * @param acceptance who accepted it; null unless it is or was accepted
 */
public record Finding(
        FindingId id,
        Severity severity,
        FindingTarget target,
        Problem problem,
        FindingStatus status,
        Instant foundAt,
        @Nullable Instant resolvedAt,
        @Nullable Acceptance acceptance) {

    /**
     * A person's word that a finding may stay as it is.
     *
     * @param by who accepted it
     * @param at when
     * @param why why; text of that person
     */
    public record Acceptance(UserId by, Instant at, String why) {}

    /**
     * Makes an open finding whose id is derived from the problem.
     *
     * @param severity how much it weighs
     * @param target what sort of thing it is about
     * @param problem code, arguments, and which thing it is about
     * @param foundAt when it was found
     * @return the finding
     */
    public static Finding open(Severity severity, FindingTarget target, Problem problem, Instant foundAt) {
        String about = problem.target();
        FindingId id = new FindingId(BoundedText.of(about == null ? problem.code() : problem.code() + ":" + about));
        return new Finding(id, severity, target, problem, FindingStatus.OPEN, foundAt, null, null);
    }

    /**
     * Returns this finding as it is found again: unchanged if it says the same, acceptance included; else open.
     *
     * @param again the same finding as it is found now
     * @return the copy, as old as this one unless this one was resolved in between
     */
    public Finding found(Finding again) {
        if (status == FindingStatus.RESOLVED) {
            return again;
        }
        boolean same = severity == again.severity && problem.equals(again.problem);
        return same
                ? this
                : new Finding(id, again.severity, again.target, again.problem, FindingStatus.OPEN, foundAt, null, null);
    }

    /**
     * Returns this finding as accepted. What blocks is never accepted: the caller has to see to that.
     *
     * @param by who accepts it
     * @param at when
     * @param why why
     * @return an accepted copy
     * @throws IllegalStateException if it is blocking or resolved
     */
    public Finding accepted(UserId by, Instant at, String why) {
        if (severity == Severity.BLOCKING || status == FindingStatus.RESOLVED) {
            throw new IllegalStateException(
                    "a finding that is " + severity + " and " + status + " cannot be accepted; resolve it instead");
        }
        return new Finding(
                id, severity, target, problem, FindingStatus.ACCEPTED, foundAt, null, new Acceptance(by, at, why));
    }

    /**
     * Returns this finding as resolved.
     *
     * @param when when it stopped holding
     * @return a resolved copy; this finding if it is resolved already
     */
    public Finding resolved(Instant when) {
        return status == FindingStatus.RESOLVED
                ? this
                : new Finding(id, severity, target, problem, FindingStatus.RESOLVED, foundAt, when, acceptance);
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
