package io.dsreview.core.decision;

import io.dsreview.api.command.AcceptFinding;
import io.dsreview.api.finding.Finding;
import io.dsreview.api.finding.FindingStatus;
import io.dsreview.api.finding.Severity;
import io.dsreview.api.id.FindingId;
import io.dsreview.api.id.UserId;
import io.dsreview.api.session.ReviewSession;
import io.dsreview.api.session.SessionEvent;
import io.dsreview.core.finding.ReviewProblem;
import java.util.Optional;

/** Decides about findings. Which there are is for the rules alone; a person only accepts what does not block. */
final class Findings {

    private Findings() {}

    static Decision accept(ReviewSession session, AcceptFinding command, Facts facts) {
        Optional<Finding> found =
                find(session, command.finding()).filter(finding -> finding.status() != FindingStatus.RESOLVED);
        if (found.isEmpty()) {
            return Decision.refuse(ReviewProblem.FINDING_UNKNOWN);
        }
        if (found.get().severity() == Severity.BLOCKING) {
            return Decision.refuse(ReviewProblem.FINDING_BLOCKS);
        }
        Finding accepted = found.get().accepted(facts.user(), facts.now(), command.why());
        ReviewSession next = session.withFindings(session.findings().stream()
                .map(each -> each.id().equals(accepted.id()) ? accepted : each)
                .toList());
        return Decision.change(
                Reevaluation.since(session, next, facts.now()),
                Note.of(
                                SessionEvent.Type.FINDING_ACCEPTED,
                                "finding",
                                accepted.id().value(),
                                "code",
                                accepted.problem().code())
                        .with("why", command.why()));
    }

    /** The same person accepts the same for the same reason. */
    static boolean isAccepted(ReviewSession session, AcceptFinding command, UserId by) {
        return find(session, command.finding())
                .filter(finding -> finding.status() == FindingStatus.ACCEPTED)
                .map(Finding::acceptance)
                .filter(given -> given.by().equals(by) && given.why().equals(command.why()))
                .isPresent();
    }

    private static Optional<Finding> find(ReviewSession session, FindingId id) {
        return session.findings().stream()
                .filter(finding -> finding.id().equals(id))
                .findFirst();
    }
}
