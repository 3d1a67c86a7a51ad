package io.dsreview.core.mapping;

import io.dsreview.api.execution.DatasetRevision;
import io.dsreview.api.execution.EffectiveInputs;
import io.dsreview.api.execution.ExecutionTarget;
import io.dsreview.api.execution.ExecutionTarget.DatasetRows;
import io.dsreview.api.id.FieldId;
import io.dsreview.api.id.FilterId;
import io.dsreview.api.mapping.ExecutionMapping;
import io.dsreview.api.mapping.FilterCondition;
import io.dsreview.api.mapping.FilterScalar;
import io.dsreview.api.mapping.FilterValue;
import io.dsreview.api.mapping.MappingTarget;
import io.dsreview.api.mapping.TemplateVariable;
import io.dsreview.api.mapping.VariableKind;
import io.dsreview.api.mapping.VariableValue;
import io.dsreview.api.mapping.VariableValue.Origin;
import io.dsreview.api.session.ReviewSession;
import io.dsreview.api.superset.RecoveredColumn;
import io.dsreview.api.superset.RecoveredDataset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What would be sent to Superset if it were asked now: exactly this is compiled, and exactly this is fingerprinted. */
public final class CurrentInputs {

    private CurrentInputs() {}

    /**
     * Returns the inputs of a session.
     *
     * @param session the session
     * @return the inputs, or empty until the dataset is known
     */
    public static Optional<EffectiveInputs> of(ReviewSession session) {
        return session.recovery().dataset().map(dataset -> of(session, dataset));
    }

    private static EffectiveInputs of(ReviewSession session, RecoveredDataset dataset) {
        List<VariableState> mattering = VariableState.mattering(session).toList();
        List<ExecutionMapping> mappings = new ArrayList<>(session.approved().reaching());
        Map<String, String> parameters = new LinkedHashMap<>();
        Map<String, String> templateValues = new LinkedHashMap<>();
        mattering.forEach(state -> {
            TemplateVariable variable = state.variable();
            if (variable.kind() == VariableKind.URL_PARAM) {
                state.mappings().stream()
                        .findFirst()
                        .flatMap(CurrentInputs::text)
                        .ifPresent(text -> parameters.put(variable.name(), text));
            }
            state.value()
                    .filter(value -> value.origin() != Origin.ACCEPTED_DEFAULT)
                    .ifPresent(value -> {
                        if (variable.kind() == VariableKind.URL_PARAM) {
                            parameters.put(variable.name(), value.value());
                        } else if (variable.kind() == VariableKind.VARIABLE) {
                            templateValues.put(variable.name(), value.value());
                        } else {
                            mappings.add(condition(variable, value));
                        }
                    });
        });
        DatasetRevision read = session.execution().revision();
        return new EffectiveInputs(
                session.intake().environment(),
                dataset.reference(),
                read == null ? dataset.revision() : read,
                target(session, dataset),
                mappings,
                parameters,
                templateValues);
    }

    /** No columns stand for all that the dataset has. */
    private static ExecutionTarget target(ReviewSession session, RecoveredDataset dataset) {
        ExecutionTarget target = session.execution().target();
        return target instanceof DatasetRows rows && rows.columns().isEmpty()
                ? new DatasetRows(
                        dataset.columns().stream().map(RecoveredColumn::id).toList(), rows.rowLimit())
                : target;
    }

    /** What arrives in a {@code url_param} is one condition with one text. */
    private static Optional<String> text(ExecutionMapping mapping) {
        return mapping.conversion().arriving().conditions().stream()
                .flatMap(condition -> condition.values().stream())
                .map(FilterScalar::text)
                .findFirst();
    }

    /** A value set by hand for a macro that reads filters travels as the filter that the macro looks for. */
    private static ExecutionMapping condition(TemplateVariable variable, VariableValue value) {
        String operator = variable.kind() == VariableKind.GET_TIME_FILTER ? "TEMPORAL_RANGE" : "IN";
        FilterCondition condition =
                new FilterCondition(new FieldId(variable.name()), operator, List.of(FilterScalar.text(value.value())));
        return ExecutionMapping.suggested(
                new FilterId("value"), new MappingTarget.Variable(variable.id()), FilterValue.of(condition));
    }
}
