package io.dsreview.core.mapping;

import io.dsreview.api.execution.ExecutionTarget;
import io.dsreview.api.mapping.ExecutionMapping;
import io.dsreview.api.mapping.MappingStatus;
import io.dsreview.api.mapping.MappingTarget;
import io.dsreview.api.mapping.TemplateVariable;
import io.dsreview.api.mapping.VariableKind;
import io.dsreview.api.mapping.VariableValue;
import io.dsreview.api.session.ReviewSession;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a variable's value comes from in a session: a value of its own wins over a filter that is mapped to it.
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
        return session.recovery().dataset().stream()
                .flatMap(dataset -> dataset.variables().stream())
                .filter(variable -> variable.kind().takesValue())
                .filter(variable -> variable.fields().stream().anyMatch(target::isReachedBy))
                .map(variable -> of(session, variable));
    }

    /**
     * Looks a variable up.
     *
     * @param session the session
     * @param variable the variable
     * @return its state
     */
    public static VariableState of(ReviewSession session, TemplateVariable variable) {
        Optional<VariableValue> value = session.values().stream()
                .filter(each -> each.variable().equals(variable.id()))
                .findFirst();
        MappingTarget target = new MappingTarget.Variable(variable.id());
        List<ExecutionMapping> mappings = value.isPresent()
                ? List.of()
                : session.mappings().stream()
                        .filter(each -> each.target().equals(target) && each.isEffective())
                        .toList();
        return new VariableState(variable, value, mappings);
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
