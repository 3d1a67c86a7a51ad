package io.dsreview.core.mapping;

import io.dsreview.api.mapping.ExecutionMapping;
import io.dsreview.api.mapping.MappingStatus;
import io.dsreview.api.mapping.MappingTarget;
import io.dsreview.api.mapping.TemplateVariable;
import io.dsreview.api.mapping.VariableValue;
import io.dsreview.api.session.ReviewSession;
import java.util.Optional;

/**
 * Where a variable's value comes from in a session: a value of its own wins over a filter that is mapped to it.
 *
 * @param variable the variable
 * @param value its own value, if any
 * @param mapping the filter that feeds it, if it has no value of its own
 */
public record VariableState(
        TemplateVariable variable, Optional<VariableValue> value, Optional<ExecutionMapping> mapping) {

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
        Optional<ExecutionMapping> mapping = value.isPresent()
                ? Optional.empty()
                : session.mappings().stream()
                        .filter(each -> each.target().equals(target) && each.isEffective())
                        .findFirst();
        return new VariableState(variable, value, mapping);
    }

    /**
     * Tells whether there is a value, approved or not.
     *
     * @return true if there is one
     */
    public boolean hasCandidate() {
        return value.isPresent() || mapping.isPresent();
    }

    /**
     * Tells whether a person stands for the value.
     *
     * @return true if it is approved
     */
    public boolean isApproved() {
        return value.map(VariableValue::isApproved)
                .orElseGet(() -> mapping.map(each -> each.status() == MappingStatus.APPROVED)
                        .orElse(false));
    }
}
