package io.dsreview.core.export;

import io.dsreview.api.clarification.Answer;
import io.dsreview.api.error.Problem;
import io.dsreview.api.execution.LaunchAttempt;
import io.dsreview.api.execution.LaunchOutcome;
import io.dsreview.api.feedback.FeedbackTarget;
import io.dsreview.api.finding.Finding;
import io.dsreview.api.mapping.ExecutionMapping;
import io.dsreview.api.mapping.MappingStatus;
import io.dsreview.api.mapping.VariableValue;
import io.dsreview.api.semantic.FieldDecision;
import io.dsreview.api.semantic.SemanticField;
import io.dsreview.api.session.ReviewSession;
import io.dsreview.core.export.Validation.Decision;
import io.dsreview.core.export.Validation.Decision.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What persons decided in a session and what still stands, in the order of time. What was taken back is in the ledger. */
final class HumanDecisions {

    private static final Comparator<Decision> ORDER =
            Comparator.comparing(Decision::at).thenComparing(Decision::kind).thenComparing(Decision::about);

    private HumanDecisions() {}

    static List<Decision> of(ReviewSession session) {
        List<Decision> decisions = new ArrayList<>();
        session.semantics().fields().forEach(field -> field(field, decisions));
        session.mappings().forEach(mapping -> mapping(mapping, decisions));
        session.values().forEach(value -> value(value, decisions));
        session.recovery()
                .decisions()
                .forEach(each -> decisions.add(new Decision(
                        Kind.RECOVERY,
                        each.item().value(),
                        each.absent() ? "ABSENT" : "SUPPLIED",
                        each.absent() ? null : String.join("\n", each.values()),
                        each.by(),
                        each.at())));
        Set<Answer> standing = Set.copyOf(session.clarification().standing());
        session.clarification()
                .answers()
                .forEach(each -> decisions.add(new Decision(
                        Kind.ANSWER,
                        each.question().value(),
                        standing.contains(each) ? "ANSWERED" : "REVISED",
                        each.value(),
                        each.by(),
                        each.at())));
        session.findings().forEach(finding -> finding(finding, decisions));
        session.execution().launches().forEach(launch -> launch(launch, decisions));
        session.feedback()
                .forEach(each -> decisions.add(new Decision(
                        Kind.FEEDBACK,
                        about(each.target()),
                        each.thumb().name(),
                        each.reason(),
                        each.by(),
                        each.at())));
        decisions.sort(ORDER);
        return decisions;
    }

    private static String about(FeedbackTarget target) {
        return target.id().isEmpty() ? target.kind().name() : target.kind().name() + ":" + target.id();
    }

    private static void field(SemanticField field, List<Decision> decisions) {
        String about = field.id().value();
        if (field.decision() instanceof FieldDecision.Accepted accepted) {
            decisions.add(new Decision(Kind.FIELD, about, "ACCEPTED", null, accepted.by(), accepted.at()));
        } else if (field.decision() instanceof FieldDecision.Manual manual) {
            decisions.add(new Decision(Kind.FIELD, about, "MANUAL", null, manual.by(), manual.at()));
        }
        field.rejections()
                .forEach(each -> decisions.add(new Decision(
                        Kind.FIELD,
                        about,
                        "REJECTED",
                        each.candidate().provenance().source().value(),
                        each.by(),
                        each.at())));
    }

    /** What was accepted as lost stands beside an approval. */
    private static void mapping(ExecutionMapping mapping, List<Decision> decisions) {
        ExecutionMapping.Decision decision = mapping.decision();
        if (decision != null) {
            decisions.add(new Decision(
                    Kind.MAPPING,
                    mapping.id().value(),
                    mapping.status().name(),
                    mapping.status() == MappingStatus.APPROVED ? losses(mapping) : null,
                    decision.by(),
                    decision.at()));
        }
    }

    private static @Nullable String losses(ExecutionMapping mapping) {
        return mapping.conversion().isLossy()
                ? mapping.conversion().warnings().stream().map(Problem::code).collect(Collectors.joining(", "))
                : null;
    }

    private static void value(VariableValue value, List<Decision> decisions) {
        VariableValue.Approval approval = value.approval();
        if (approval != null) {
            decisions.add(new Decision(
                    Kind.VALUE,
                    value.variable().value(),
                    value.origin().name(),
                    value.value(),
                    approval.by(),
                    approval.at()));
        }
    }

    private static void finding(Finding finding, List<Decision> decisions) {
        Finding.Acceptance acceptance = finding.acceptance();
        if (acceptance != null) {
            decisions.add(new Decision(
                    Kind.FINDING,
                    finding.id().value(),
                    finding.status().name(),
                    acceptance.why(),
                    acceptance.by(),
                    acceptance.at()));
        }
    }

    private static void launch(LaunchAttempt attempt, List<Decision> decisions) {
        String about = attempt.intent().id().value();
        decisions.add(new Decision(
                Kind.LAUNCH,
                about,
                attempt.intent().manual() ? "HANDED_OFF" : "INTENDED",
                null,
                attempt.intent().by(),
                attempt.intent().at()));
        if (attempt.outcome() instanceof LaunchOutcome.ConfirmedByHand confirmed) {
            decisions.add(new Decision(
                    Kind.LAUNCH, about, "CONFIRMED", confirmed.reference(), confirmed.by(), confirmed.at()));
        }
    }
}
