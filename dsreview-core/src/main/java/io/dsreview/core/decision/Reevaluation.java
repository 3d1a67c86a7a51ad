package io.dsreview.core.decision;

import io.dsreview.api.clarification.Answer;
import io.dsreview.api.clarification.ClarificationEngine;
import io.dsreview.api.clarification.ClarificationState;
import io.dsreview.api.clarification.Question;
import io.dsreview.api.id.FieldId;
import io.dsreview.api.id.QuestionId;
import io.dsreview.api.id.VariableId;
import io.dsreview.api.mapping.FilterOrigin;
import io.dsreview.api.mapping.TemplateVariable;
import io.dsreview.api.mapping.VariableKind;
import io.dsreview.api.mapping.VariableValue;
import io.dsreview.api.mapping.VariableValue.Approval;
import io.dsreview.api.mapping.VariableValue.Origin;
import io.dsreview.api.semantic.FieldDecision;
import io.dsreview.api.semantic.SemanticCandidate;
import io.dsreview.api.semantic.SemanticField;
import io.dsreview.api.session.ReviewSession;
import io.dsreview.api.session.Semantics;
import io.dsreview.api.superset.RecoveredColumn;
import io.dsreview.api.superset.RecoveredContext;
import io.dsreview.api.superset.RecoveredDataset;
import io.dsreview.api.superset.UrlParameter;
import io.dsreview.core.clarification.Doubts;
import io.dsreview.core.clarification.PriorityClarificationEngine;
import io.dsreview.core.clarification.Summaries;
import io.dsreview.core.finding.rule.FindingRules;
import io.dsreview.core.mapping.MappingSuggestions;
import io.dsreview.core.ranking.LockedFields;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Draws all consequences of a change: the answer that waits, the dataset's fields, values and mappings, then findings,
 * then the next question. Pure and idempotent: evaluating twice changes nothing.
 */
final class Reevaluation {

    private static final ClarificationEngine ENGINE = new PriorityClarificationEngine();

    private Reevaluation() {}

    /** Evaluates everything. */
    static ReviewSession of(ReviewSession session, Instant now) {
        return since(null, session, now);
    }

    /**
     * Evaluates what may have changed since the session was evaluated last: after another recovery, or for another dataset,
     * everything. Gives the same as evaluating everything.
     */
    static ReviewSession since(@Nullable ReviewSession before, ReviewSession session, Instant now) {
        ReviewSession next = DatasetChoice.chooseOnly(applyAnswer(session, now));
        boolean ofTheSame = before != null && before.recovery().equals(next.recovery());
        ReviewSession known = ofTheSame ? before : null;
        next = adoptDataset(known, next);
        next = MappingSuggestions.renew(known, next);
        next = next.withFindings(FindingRules.evaluate(known, next, now));
        List<Question> doubts = next.intake().asks() ? Doubts.of(known, next, now) : List.of();
        return begun(next.withClarification(ENGINE.next(next.clarification(), doubts)), now);
    }

    /** The first question begins the first round. */
    private static ReviewSession begun(ReviewSession session, Instant now) {
        ClarificationState state = session.clarification();
        return state.round() == null && !state.open().isEmpty()
                ? session.withClarification(state.withRound(Summaries.begin(session, now)))
                : session;
    }

    /** Applies the answer to the active question, which was stored by a commit of its own. */
    static ReviewSession applyAnswer(ReviewSession session, Instant now) {
        Question active = session.clarification().active();
        if (active == null || !session.clarification().answered()) {
            return session;
        }
        List<QuestionId> reopened = session.clarification().reopened().stream()
                .filter(question -> !question.equals(active.id()))
                .toList();
        ReviewSession closed = session.withClarification(session.clarification().withReopened(reopened));
        return session.clarification()
                .answerTo(active.id())
                .map(given -> apply(closed, active, given, now))
                .orElse(session);
    }

    private static ReviewSession apply(ReviewSession session, Question question, Answer answer, Instant now) {
        return switch (question.topic()) {
            case DATASET -> DatasetChoice.choose(session, Long.parseLong(answer.value()), now);
            case VARIABLE_VALUE ->
                session.recovery()
                        .dataset()
                        .flatMap(dataset -> dataset.variables().stream()
                                .filter(variable -> variable.id().value().equals(question.subject()))
                                .findFirst())
                        .map(variable -> Values.put(
                                session,
                                new VariableValue(
                                        variable.id(),
                                        answer.value(),
                                        Origin.ANSWER,
                                        new Approval(answer.by(), answer.at()))))
                        .orElse(session);
            case FIELD_MEANING -> session.withSemantics(accepted(session.semantics(), question.subject(), answer));
        };
    }

    private static Semantics accepted(Semantics semantics, String subject, Answer answer) {
        List<SemanticField> fields = semantics.fields().stream()
                .map(field -> field.id().value().equals(subject) ? accept(field, answer) : field)
                .toList();
        return LockedFields.decided(semantics.withFields(fields), Set.of(new FieldId(subject)));
    }

    private static SemanticField accept(SemanticField field, Answer answer) {
        Optional<SemanticCandidate> chosen = field.candidates().stream()
                .filter(candidate -> Doubts.optionOf(candidate).equals(answer.value()))
                .findFirst();
        return chosen.<SemanticField>map(candidate ->
                        field.withDecision(new FieldDecision.Accepted(candidate, answer.by(), answer.at())))
                .orElse(field);
    }

    /** Brings fields and values in line with the dataset's definition; what was decided stays. */
    private static ReviewSession adoptDataset(@Nullable ReviewSession known, ReviewSession session) {
        RecoveredContext context = session.recovery().context();
        Optional<RecoveredDataset> dataset = session.recovery().dataset();
        if (context == null || dataset.isEmpty()) {
            return session;
        }
        boolean inLine = known != null
                && known.semantics().fields().equals(session.semantics().fields());
        Semantics adopted =
                inLine ? session.semantics() : session.semantics().withFields(fields(session, dataset.get()));
        return session.withSemantics(adopted).withValues(values(session, context, dataset.get()));
    }

    /** The dataset's fields in its order; after them those it had and a person said something about, should they come back. */
    private static List<SemanticField> fields(ReviewSession session, RecoveredDataset dataset) {
        if (isInLine(session.semantics().fields(), dataset.columns())) {
            return session.semantics().fields();
        }
        Map<FieldId, SemanticField> known = new LinkedHashMap<>();
        session.semantics().fields().forEach(field -> known.put(field.id(), field));
        List<SemanticField> result = new ArrayList<>(dataset.columns().size());
        for (RecoveredColumn column : dataset.columns()) {
            SemanticField field = known.remove(column.id());
            result.add(field == null ? SemanticField.unknown(column.id()) : field);
        }
        known.values().stream().filter(SemanticField::isSpokenFor).forEach(result::add);
        return List.copyOf(result);
    }

    /** Mostly nothing of the dataset changed since the session was evaluated last. */
    private static boolean isInLine(List<SemanticField> fields, List<RecoveredColumn> columns) {
        if (fields.size() != columns.size()) {
            return false;
        }
        for (int i = 0; i < fields.size(); i++) {
            if (!fields.get(i).id().equals(columns.get(i).id())) {
                return false;
            }
        }
        return true;
    }

    /**
     * What a person approved, as long as the variable asks for it; else what the link says. After these the approved values of
     * variables that the dataset had, should they come back.
     */
    private static List<VariableValue> values(
            ReviewSession session, RecoveredContext context, RecoveredDataset dataset) {
        Map<VariableId, VariableValue> approved = new LinkedHashMap<>();
        session.values().stream()
                .filter(VariableValue::isApproved)
                .forEach(value -> approved.put(value.variable(), value));
        List<VariableValue> result = new ArrayList<>();
        for (TemplateVariable variable : dataset.variables()) {
            Optional.ofNullable(approved.remove(variable.id()))
                    .filter(value -> isStill(value, variable))
                    .or(() -> fromLink(context, variable))
                    .ifPresent(result::add);
        }
        result.addAll(approved.values());
        return List.copyOf(result);
    }

    /** Who accepted a default accepted that one, and none that took its place. */
    private static boolean isStill(VariableValue value, TemplateVariable variable) {
        return value.origin() != Origin.ACCEPTED_DEFAULT || value.value().equals(variable.defaultValue());
    }

    private static Optional<VariableValue> fromLink(RecoveredContext context, TemplateVariable variable) {
        Stream<UrlParameter> parameters =
                variable.kind() == VariableKind.URL_PARAM ? context.urlParameters().stream() : Stream.empty();
        return parameters
                .filter(parameter -> parameter.name().equals(variable.name()))
                .findFirst()
                .map(parameter ->
                        new VariableValue(variable.id(), parameter.value(), origin(parameter.origin()), null));
    }

    private static Origin origin(FilterOrigin origin) {
        return switch (origin) {
            case URL -> Origin.URL;
            case PERMALINK -> Origin.PERMALINK;
            case SAVED_STATE -> Origin.SAVED_STATE;
            case DEFAULT, FIRST_ITEM, NONE -> Origin.SAVED;
        };
    }
}
