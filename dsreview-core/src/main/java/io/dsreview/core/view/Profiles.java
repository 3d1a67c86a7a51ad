package io.dsreview.core.view;

import io.dsreview.api.finding.FindingTarget;
import io.dsreview.api.id.FieldId;
import io.dsreview.api.id.FilterId;
import io.dsreview.api.mapping.ExecutionMapping;
import io.dsreview.api.mapping.ImportedFilter;
import io.dsreview.api.mapping.MappingStatus;
import io.dsreview.api.mapping.TemplateVariable;
import io.dsreview.api.semantic.FieldDecision;
import io.dsreview.api.semantic.SemanticField;
import io.dsreview.api.session.DatasetProfile;
import io.dsreview.api.session.DatasetProfile.Field;
import io.dsreview.api.session.DatasetProfile.Filter;
import io.dsreview.api.session.DatasetProfile.Missing;
import io.dsreview.api.session.DatasetProfile.Trust;
import io.dsreview.api.session.DatasetProfile.Variable;
import io.dsreview.api.session.ReviewSession;
import io.dsreview.api.superset.RecoveredColumn;
import io.dsreview.api.superset.RecoveredDataset;
import io.dsreview.api.superset.RecoveryItem;
import io.dsreview.core.mapping.VariableState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is known about the dataset of a session, and what is missing. Pure: the same session gives the same profile. */
public final class Profiles {

    private Profiles() {}

    /**
     * Computes the profile.
     *
     * @param session the session
     * @return the profile
     */
    public static DatasetProfile of(ReviewSession session) {
        List<Variable> variables =
                VariableState.of(session).map(Profiles::variable).toList();
        return new DatasetProfile(
                session.recovery().dataset().orElse(null),
                fields(session),
                filters(session),
                variables,
                missing(session));
    }

    private static List<Field> fields(ReviewSession session) {
        Map<FieldId, RecoveredColumn> columns = new HashMap<>();
        session.recovery().dataset().stream()
                .flatMap(dataset -> dataset.columns().stream())
                .forEach(column -> columns.put(column.id(), column));
        return session.semantics().presentIn(session.recovery()).stream()
                .map(field -> {
                    RecoveredColumn column = columns.get(field.id());
                    return new Field(
                            field.id(),
                            column == null ? null : column.type(),
                            field.decision().meaning().orElse(null),
                            trust(field),
                            field.locked());
                })
                .toList();
    }

    private static Trust trust(SemanticField field) {
        if (field.decision().isByPerson()) {
            return Trust.PERSON;
        }
        if (field.decision() instanceof FieldDecision.Imported) {
            return Trust.SOURCE;
        }
        return field.standing().isEmpty() ? Trust.NONE : Trust.PROPOSED;
    }

    private static List<Filter> filters(ReviewSession session) {
        Map<FilterId, List<ExecutionMapping>> ways =
                session.mappings().stream().collect(Collectors.groupingBy(ExecutionMapping::filter));
        return imported(session)
                .map(filter -> filter(filter, ways.getOrDefault(filter.id(), List.of())))
                .toList();
    }

    private static Filter filter(ImportedFilter filter, List<ExecutionMapping> ways) {
        List<ExecutionMapping> effective =
                ways.stream().filter(ExecutionMapping::isEffective).toList();
        boolean approved = effective.stream().allMatch(way -> way.status() == MappingStatus.APPROVED);
        Trust trust = effective.isEmpty() ? Trust.NONE : approved ? Trust.PERSON : Trust.PROPOSED;
        return new Filter(filter.id(), filter.name(), filter.origin(), effective.size(), trust);
    }

    private static Variable variable(VariableState state) {
        TemplateVariable variable = state.variable();
        Trust trust = state.isApproved() ? Trust.PERSON : state.hasCandidate() ? Trust.PROPOSED : Trust.NONE;
        return new Variable(variable.id(), variable.kind(), variable.required(), trust);
    }

    private static List<Missing> missing(ReviewSession session) {
        List<Missing> missing = new ArrayList<>();
        Optional<RecoveredDataset> dataset = session.recovery().dataset();
        if (dataset.isEmpty()) {
            missing.add(new Missing(FindingTarget.SESSION, "dataset", true));
        }
        session.recovery().relevantItems().stream()
                .filter(item -> item.state() != RecoveryItem.State.RECOVERED)
                .filter(item -> item.kind() == RecoveryItem.Kind.TEMPLATE
                        || session.recovery().decisionOn(item).isEmpty())
                .map(Profiles::missing)
                .forEach(missing::add);
        VariableState.mattering(session)
                .filter(state -> state.variable().required() && !state.hasCandidate())
                .map(state -> new Missing(
                        FindingTarget.VARIABLE, state.variable().id().value(), true))
                .forEach(missing::add);
        session.semantics().presentIn(session.recovery()).stream()
                .filter(field -> !field.decision().isDecided())
                .map(field -> new Missing(FindingTarget.FIELD, field.id().value(), field.isConflicted()))
                .forEach(missing::add);
        return missing.stream()
                .sorted(Comparator.comparing(Missing::blocking).reversed())
                .toList();
    }

    private static Missing missing(RecoveryItem item) {
        FindingTarget target =
                switch (item.kind()) {
                    case FILTER -> FindingTarget.FILTER;
                    case VARIABLE -> FindingTarget.VARIABLE;
                    case SERVER, DASHBOARD, CHART, DATASET, STATE, URL_PARAMETER, QUERY, TEMPLATE ->
                        FindingTarget.SESSION;
                };
        boolean blocking = item.required() || item.kind() == RecoveryItem.Kind.TEMPLATE;
        return new Missing(target, item.id().value(), blocking);
    }

    private static Stream<ImportedFilter> imported(ReviewSession session) {
        return Optional.ofNullable(session.recovery().context()).stream()
                .flatMap(context -> context.filters().stream());
    }
}
