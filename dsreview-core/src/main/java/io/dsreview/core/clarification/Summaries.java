package io.dsreview.core.clarification;

import io.dsreview.api.clarification.Answer;
import io.dsreview.api.clarification.ClarificationState;
import io.dsreview.api.clarification.ClarificationSummary;
import io.dsreview.api.clarification.Question;
import io.dsreview.api.clarification.Round;
import io.dsreview.api.clarification.SetAside.Reason;
import io.dsreview.api.clarification.Topic;
import io.dsreview.api.execution.Gate;
import io.dsreview.api.finding.Finding;
import io.dsreview.api.finding.FindingStatus;
import io.dsreview.api.gate.GateClause;
import io.dsreview.api.gate.UnmetClause;
import io.dsreview.api.id.FieldId;
import io.dsreview.api.id.QuestionId;
import io.dsreview.api.id.VariableId;
import io.dsreview.api.mapping.VariableValue;
import io.dsreview.api.mapping.VariableValue.Origin;
import io.dsreview.api.semantic.FieldDecision;
import io.dsreview.api.semantic.SemanticField;
import io.dsreview.api.session.ReviewSession;
import io.dsreview.core.gate.Gates;
import io.dsreview.core.gate.LaunchFacts;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What became of a clarification since it began or was resumed. Pure. */
public final class Summaries {

    private Summaries() {}

    /**
     * Takes down how things stand as a round begins.
     *
     * @param session the session, with its questions
     * @param now the moment
     * @return the round
     */
    public static Round begin(ReviewSession session, Instant now) {
        return new Round(
                now,
                session.clarification().answers().size(),
                unmet(LaunchFacts.of(session, now, true, true)).stream()
                        .map(GateClause::id)
                        .toList());
    }

    /**
     * Compares the session with how things stood then.
     *
     * @param facts the session and what its launch gate looks at
     * @return the summary; without a round only what is left
     */
    public static ClarificationSummary of(LaunchFacts facts) {
        ReviewSession session = facts.session();
        ClarificationState state = session.clarification();
        List<Question> skipped = state.open(Reason.SKIPPED);
        List<Question> deferred = state.open(Reason.DEFERRED);
        List<Question> asked = state.open().stream()
                .filter(question -> state.setAside(question.id()).isEmpty())
                .toList();
        Round round = state.round();
        if (round == null) {
            return new ClarificationSummary(
                    null,
                    state.pause(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    asked,
                    skipped,
                    deferred);
        }
        List<Answer> answers = state.answers().stream().skip(round.answers()).toList();
        List<GateClause> unmet = unmet(facts);
        return new ClarificationSummary(
                round.since(),
                state.pause(),
                answers,
                fields(session, answers),
                variables(session, answers),
                resolved(session, round.since()),
                raised(session, round.since()),
                Gate.LAUNCH.clauses().stream()
                        .<GateClause>map(clause -> clause)
                        .filter(clause -> round.unmet().contains(clause.id()) && !unmet.contains(clause))
                        .toList(),
                unmet.stream()
                        .filter(clause -> !round.unmet().contains(clause.id()))
                        .toList(),
                asked,
                skipped,
                deferred);
    }

    /** Whether the actor may launch is no matter of the clarification: it is taken for granted. */
    private static List<GateClause> unmet(LaunchFacts facts) {
        return Gates.explain(Gate.LAUNCH, facts.permitted(), true).unmet().stream()
                .map(UnmetClause::clause)
                .toList();
    }

    private static List<FieldId> fields(ReviewSession session, List<Answer> answers) {
        Set<QuestionId> answered = questions(answers);
        return session.semantics().fields().stream()
                .filter(field -> field.decision() instanceof FieldDecision.Accepted)
                .map(SemanticField::id)
                .filter(field -> answered.contains(Question.idOf(Topic.FIELD_MEANING, field.value())))
                .toList();
    }

    private static List<VariableId> variables(ReviewSession session, List<Answer> answers) {
        Set<QuestionId> answered = questions(answers);
        return session.values().stream()
                .filter(value -> value.origin() == Origin.ANSWER)
                .map(VariableValue::variable)
                .filter(variable -> answered.contains(Question.idOf(Topic.VARIABLE_VALUE, variable.value())))
                .toList();
    }

    private static Set<QuestionId> questions(List<Answer> answers) {
        return answers.stream().map(Answer::question).collect(Collectors.toSet());
    }

    private static List<Finding> resolved(ReviewSession session, Instant since) {
        return session.findings().stream()
                .filter(finding -> finding.status() == FindingStatus.RESOLVED
                        && !finding.foundAt().isAfter(since)
                        && finding.resolvedAt() != null
                        && finding.resolvedAt().isAfter(since))
                .toList();
    }

    private static List<Finding> raised(ReviewSession session, Instant since) {
        return session.findings().stream()
                .filter(finding -> finding.status() != FindingStatus.RESOLVED
                        && finding.foundAt().isAfter(since))
                .toList();
    }
}
