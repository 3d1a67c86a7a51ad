package io.dsreview.core.export;

import io.dsreview.api.error.ProblemText;
import io.dsreview.api.execution.ExecutionTarget;
import io.dsreview.api.execution.ExecutionTarget.ChartQuery;
import io.dsreview.api.execution.ExecutionTarget.DatasetRows;
import io.dsreview.api.id.FieldId;
import io.dsreview.api.id.FilterId;
import io.dsreview.api.id.VariableId;
import io.dsreview.api.mapping.ExecutionMapping;
import io.dsreview.api.mapping.ImportedFilter;
import io.dsreview.api.mapping.MappingText;
import io.dsreview.api.mapping.TemplateVariable;
import io.dsreview.api.mapping.VariableValue;
import io.dsreview.api.semantic.CandidateText;
import io.dsreview.api.semantic.FieldDecision;
import io.dsreview.api.semantic.SemanticCandidate;
import io.dsreview.api.semantic.SemanticField;
import io.dsreview.api.session.DatasetProfile;
import io.dsreview.api.session.ProfileText;
import io.dsreview.api.session.ReviewSession;
import io.dsreview.api.superset.RecoveredColumn;
import io.dsreview.api.superset.RecoveredContext;
import io.dsreview.core.export.Documentation.Decision;
import io.dsreview.core.mapping.VariableState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Documents a session. Pure.
 *
 * @param session the session
 * @param profile its profile, whose fields, filters and variables are in the order of the session's
 * @param locale the reader's language
 * @param evidence puts the evidence for candidates into that language
 */
record Documenting(
        ReviewSession session,
        DatasetProfile profile,
        Locale locale,
        Function<SemanticCandidate, CandidateText> evidence) {

    Documenting(ReviewSession session, DatasetProfile profile, Locale locale) {
        this(session, profile, locale, CandidateText.in(locale));
    }

    Documentation document(String language) {
        Map<String, String> sources = new LinkedHashMap<>();
        session.semantics().sources().forEach((source, version) -> sources.put(source.value(), version.hex()));
        return new Documentation(
                Documentation.FORMAT,
                Documentation.VERSION,
                language,
                session.header(),
                ProfileText.of(profile, locale).sentences(),
                source(),
                dataset(),
                fields(),
                filters(),
                variables(),
                sources,
                target(session.execution().target()),
                profile.missing());
    }

    private Documentation.Source source() {
        RecoveredContext context = session.recovery().context();
        return new Documentation.Source(
                session.intake().environment(),
                session.intake().pastedLink(),
                context == null ? null : context.kind(),
                context == null ? null : context.title(),
                context == null ? null : context.server().version());
    }

    private Documentation.@Nullable Dataset dataset() {
        return session.recovery()
                .dataset()
                .map(dataset -> new Documentation.Dataset(
                        dataset.reference(),
                        dataset.description(),
                        dataset.virtual(),
                        dataset.revision().revision(),
                        dataset.revision().supersetIdentity()))
                .orElse(null);
    }

    private List<Documentation.Field> fields() {
        Map<FieldId, RecoveredColumn> columns = new HashMap<>();
        session.recovery().dataset().stream()
                .flatMap(dataset -> dataset.columns().stream())
                .forEach(column -> columns.put(column.id(), column));
        Map<FieldId, DatasetProfile.Field> profiles =
                profile.fields().stream().collect(Collectors.toMap(DatasetProfile.Field::id, Function.identity()));
        List<Documentation.Field> fields = new ArrayList<>();
        for (SemanticField field : session.semantics().fields()) {
            DatasetProfile.Field known = profiles.get(field.id());
            if (known != null) {
                fields.add(field(field, known, columns.get(field.id())));
            }
        }
        return fields;
    }

    private Documentation.Field field(
            SemanticField field, DatasetProfile.Field known, @Nullable RecoveredColumn column) {
        List<Documentation.Candidate> candidates = field.candidates().stream()
                .map(candidate -> candidate(field, candidate))
                .toList();
        return new Documentation.Field(
                field.id(),
                known.type(),
                column == null ? null : column.temporal(),
                column == null ? null : column.calculated(),
                known.meaning(),
                known.trust(),
                known.locked(),
                decision(field.decision()),
                field.decision()
                        .basis()
                        .map(basis -> provenance(basis, field, candidates))
                        .orElse(null),
                candidates);
    }

    private Documentation.Candidate candidate(SemanticField field, SemanticCandidate candidate) {
        SemanticField.Rejection rejection = field.rejection(candidate).orElse(null);
        return new Documentation.Candidate(
                candidate.meaning(),
                provenance(candidate),
                rejection == null ? null : rejection.by(),
                rejection == null ? null : rejection.at());
    }

    private static Decision decision(FieldDecision decision) {
        if (decision instanceof FieldDecision.Accepted accepted) {
            return new Decision(Decision.Kind.ACCEPTED, accepted.by(), accepted.at());
        }
        if (decision instanceof FieldDecision.Manual manual) {
            return new Decision(Decision.Kind.MANUAL, manual.by(), manual.at());
        }
        boolean imported = decision instanceof FieldDecision.Imported;
        return new Decision(imported ? Decision.Kind.IMPORTED : Decision.Kind.UNDECIDED, null, null);
    }

    /** What a decision rests on mostly stands among the candidates, and has been put into words there. */
    private Documentation.Provenance provenance(
            SemanticCandidate basis, SemanticField field, List<Documentation.Candidate> candidates) {
        int place = field.candidates().indexOf(basis);
        return place < 0 ? provenance(basis) : candidates.get(place).provenance();
    }

    private Documentation.Provenance provenance(SemanticCandidate candidate) {
        return new Documentation.Provenance(
                candidate.provenance().source().value(),
                candidate.provenance().version().hex(),
                candidate.provenance().kind(),
                candidate.confidence(),
                evidence.apply(candidate).evidence());
    }

    private List<Documentation.Filter> filters() {
        RecoveredContext context = session.recovery().context();
        if (context == null) {
            return List.of();
        }
        Map<FilterId, DatasetProfile.Trust> trust = new HashMap<>();
        profile.filters().forEach(filter -> trust.put(filter.id(), filter.trust()));
        Map<FilterId, List<ExecutionMapping>> ways =
                session.mappings().stream().collect(Collectors.groupingBy(ExecutionMapping::filter));
        return context.filters().stream()
                .map(filter -> filter(
                        filter,
                        trust.getOrDefault(filter.id(), DatasetProfile.Trust.NONE),
                        ways.getOrDefault(filter.id(), List.of())))
                .toList();
    }

    private Documentation.Filter filter(
            ImportedFilter filter, DatasetProfile.Trust trust, List<ExecutionMapping> ways) {
        return new Documentation.Filter(
                filter.id(),
                filter.name(),
                filter.source(),
                filter.type(),
                filter.column(),
                filter.origin(),
                filter.needsValue(),
                filter.value(),
                trust,
                ways.stream().map(this::mapping).toList());
    }

    private Documentation.Mapping mapping(ExecutionMapping mapping) {
        ExecutionMapping.Decision decision = mapping.decision();
        List<Documentation.Loss> losses = mapping.conversion().warnings().stream()
                .map(warning -> {
                    ProblemText words = ProblemText.of(warning, locale);
                    return new Documentation.Loss(warning.code(), words.message(), words.cure());
                })
                .toList();
        return new Documentation.Mapping(
                mapping.id(),
                mapping.target().key(),
                mapping.value(),
                mapping.conversion().arriving(),
                mapping.overridden(),
                MappingText.of(mapping, locale).reasons(),
                losses,
                mapping.status(),
                decision == null ? null : decision.by(),
                decision == null ? null : decision.at());
    }

    private List<Documentation.Variable> variables() {
        Map<VariableId, DatasetProfile.Trust> trust = new HashMap<>();
        profile.variables().forEach(variable -> trust.put(variable.id(), variable.trust()));
        Map<VariableId, VariableValue> values = new HashMap<>();
        VariableState.of(session)
                .forEach(state -> state.value().ifPresent(value -> values.put(value.variable(), value)));
        return session.recovery().dataset().stream()
                .flatMap(dataset -> dataset.variables().stream())
                .map(variable -> variable(
                        variable,
                        values.get(variable.id()),
                        trust.getOrDefault(variable.id(), DatasetProfile.Trust.NONE)))
                .toList();
    }

    private static Documentation.Variable variable(
            TemplateVariable variable, @Nullable VariableValue value, DatasetProfile.Trust trust) {
        VariableValue.Approval approval = value == null ? null : value.approval();
        return new Documentation.Variable(
                variable.id(),
                variable.kind(),
                variable.required(),
                variable.defaultValue(),
                value == null ? null : value.value(),
                value == null ? null : value.origin(),
                trust,
                approval == null ? null : approval.by(),
                approval == null ? null : approval.at());
    }

    private static Documentation.Target target(ExecutionTarget target) {
        return target instanceof DatasetRows rows
                ? new Documentation.Target(rows.columns(), rows.rowLimit(), null)
                : new Documentation.Target(List.of(), null, ((ChartQuery) target).chart());
    }
}
