package io.dsreview.core.decision;

import io.dsreview.api.command.MappingCommand.AcceptTemplateValue;
import io.dsreview.api.command.MappingCommand.ClearTemplateValue;
import io.dsreview.api.command.MappingCommand.SetTemplateValue;
import io.dsreview.api.id.VariableId;
import io.dsreview.api.mapping.TemplateVariable;
import io.dsreview.api.mapping.VariableValue;
import io.dsreview.api.mapping.VariableValue.Approval;
import io.dsreview.api.mapping.VariableValue.Origin;
import io.dsreview.api.session.ReviewSession;
import io.dsreview.api.session.SessionEvent;
import io.dsreview.core.finding.ReviewProblem;
import io.dsreview.core.mapping.VariableState;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Decides about the values of template variables. */
final class Values {

    private Values() {}

    static Decision set(ReviewSession session, SetTemplateValue command, Facts facts) {
        Optional<TemplateVariable> variable = find(session, command.variable());
        if (variable.isEmpty()) {
            return Decision.refuse(ReviewProblem.VARIABLE_UNKNOWN);
        }
        VariableValue value = new VariableValue(
                command.variable(), command.value(), Origin.MANUAL, new Approval(facts.user(), facts.now()));
        return changed(session, value, facts);
    }

    static Decision accept(ReviewSession session, AcceptTemplateValue command, Facts facts) {
        Optional<TemplateVariable> variable = find(session, command.variable());
        if (variable.isEmpty()) {
            return Decision.refuse(ReviewProblem.VARIABLE_UNKNOWN);
        }
        if (isMapped(session, command.variable())) {
            return Decision.refuse(ReviewProblem.VARIABLE_IS_MAPPED);
        }
        Approval approval = new Approval(facts.user(), facts.now());
        Optional<VariableValue> known = session.values().stream()
                .filter(value -> value.variable().equals(command.variable()))
                .findFirst();
        String fallback = variable.get().defaultValue();
        if (known.isPresent()) {
            VariableValue value = known.get();
            return changed(
                    session, new VariableValue(value.variable(), value.value(), value.origin(), approval), facts);
        }
        return fallback == null
                ? Decision.refuse(ReviewProblem.VARIABLE_WITHOUT_VALUE)
                : changed(
                        session,
                        new VariableValue(command.variable(), fallback, Origin.ACCEPTED_DEFAULT, approval),
                        facts);
    }

    /** Without an approved value, the variable has what the link, a filter or its default gives it. */
    static Decision clear(ReviewSession session, ClearTemplateValue command, Facts facts) {
        if (find(session, command.variable()).isEmpty()) {
            return Decision.refuse(ReviewProblem.VARIABLE_UNKNOWN);
        }
        List<VariableValue> others = session.values().stream()
                .filter(value -> !value.isApproved() || !value.variable().equals(command.variable()))
                .toList();
        Note note = Note.of(
                SessionEvent.Type.VALUE_CLEARED, "variable", command.variable().value());
        return others.size() == session.values().size()
                ? new Decision.Repeat()
                : Decision.change(Reevaluation.since(session, session.withValues(others), facts.now()), note);
    }

    private static boolean isMapped(ReviewSession session, VariableId variable) {
        return VariableState.of(session)
                .anyMatch(state -> state.variable().id().equals(variable)
                        && !state.mappings().isEmpty());
    }

    static ReviewSession put(ReviewSession session, VariableValue value) {
        return session.withValues(Stream.concat(
                        session.values().stream()
                                .filter(known -> !known.variable().equals(value.variable())),
                        Stream.of(value))
                .toList());
    }

    private static Decision changed(ReviewSession session, VariableValue value, Facts facts) {
        Note note = Note.of(
                        SessionEvent.Type.VALUE_SET,
                        "variable",
                        value.variable().value(),
                        "origin",
                        value.origin().name())
                .with("value", value.value());
        return Decision.change(Reevaluation.since(session, put(session, value), facts.now()), note);
    }

    private static Optional<TemplateVariable> find(ReviewSession session, VariableId id) {
        return session.recovery().dataset().flatMap(dataset -> dataset.variables().stream()
                .filter(variable -> variable.id().equals(id) && variable.kind().takesValue())
                .findFirst());
    }
}
