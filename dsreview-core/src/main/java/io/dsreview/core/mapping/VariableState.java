package io.dsreview.core.mapping;

import io.dsreview.api.execution.ExecutionTarget;
import io.dsreview.api.id.VariableId;
import io.dsreview.api.mapping.ExecutionMapping;
import io.dsreview.api.mapping.MappingStatus;
import io.dsreview.api.mapping.MappingTarget;
import io.dsreview.api.mapping.TemplateVariable;
import io.dsreview.api.mapping.VariableKind;
import io.dsreview.api.mapping.VariableValue;
import io.dsreview.api.mapping.VariableValue.Origin;
import io.dsreview.api.session.ReviewSession;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a variable's value comes from in a session: a value of its own wins over a filter that is mapped to it, and that over the
 * default, accepted or not.
 *
 * @param variable the variable
 * @param value its own value, if any
 * @param mappings the filters that feed it, if it has no value of its own
 */
public record VariableState(TemplateVariable variable, Optional<VariableValue> value, List<ExecutionMapping> mappings) {

    /**
     * Looks up the variables that reach what is to run: a metric's template does nothing to plain rows.
     *
     * @param session the session
     * @return the state of each variable that takes a value and matters for the target; none without a dataset
     */
    public static Stream<VariableState> mattering(ReviewSession session) {
        ExecutionTarget target = session.execution().target();
        return of(session).filter(state -> target.isReachedBy(state.variable()));
    }

    /**
     * Looks up the variables, whatever is to run.
     *
     * @param session the session
     * @return the state of each variable that takes a value; none without a dataset
     */
    public static Stream<VariableState> of(ReviewSession session) {
        Map<VariableId, VariableValue> values = new HashMap<>();
        session.values().forEach(value -> values.putIfAbsent(value.variable(), value));
        Map<VariableId, List<ExecutionMapping>> feeding = new HashMap<>();
        for (ExecutionMapping mapping : session.mappings()) {
            if (mapping.target() instanceof MappingTarget.Variable target && mapping.isEffective()) {
                feeding.computeIfAbsent(target.variable(), variable -> new ArrayList<>())
                        .add(mapping);
            }
        }
        return session.recovery().dataset().stream()
                .flatMap(dataset -> dataset.variables().stream())
                .filter(variable -> variable.kind().takesValue())
                .map(variable -> of(
                        variable,
                        Optional.ofNullable(values.get(variable.id())),
                        feeding.getOrDefault(variable.id(), List.of())));
    }

    private static VariableState of(
            TemplateVariable variable, Optional<VariableValue> value, List<ExecutionMapping> feeding) {
        Optional<VariableValue> own =
                value.filter(each -> feeding.isEmpty() || each.origin() != Origin.ACCEPTED_DEFAULT);
        return new VariableState(variable, own, own.isPresent() ? List.of() : feeding);
    }

    /**
     * Tells whether there is a value, approved or not.
     *
     * @return true if there is one
     */
    public boolean hasCandidate() {
        return value.isPresent() || !mappings.isEmpty();
    }

    /**
     * Tells whether a person stands for the value.
     *
     * @return true if it is approved
     */
    public boolean isApproved() {
        return value.map(VariableValue::isApproved)
                .orElseGet(() -> !mappings.isEmpty()
                        && mappings.stream().allMatch(each -> each.status() == MappingStatus.APPROVED));
    }

    /**
     * Tells whether the gate must see an approval: the variable needs a value, or has one of its own that is sent.
     *
     * @return true if it does
     */
    public boolean needsApproval() {
        return variable.required() || value.isPresent();
    }

    /**
     * Tells whether several filters feed a variable that can have one value only.
     *
     * @return true if all but one of these mappings must be rejected
     */
    public boolean isFedTwice() {
        return variable.kind() == VariableKind.URL_PARAM && mappings.size() > 1;
    }
}
