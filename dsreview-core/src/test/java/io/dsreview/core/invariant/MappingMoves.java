package io.dsreview.core.invariant;

import io.dsreview.api.canonical.Sha256;
import io.dsreview.api.command.CommandContext;
import io.dsreview.api.command.MappingCommand.AcceptTemplateValue;
import io.dsreview.api.command.MappingCommand.ClearTemplateValue;
import io.dsreview.api.command.MappingCommand.DecideMappings;
import io.dsreview.api.command.MappingCommand.OverrideMapping;
import io.dsreview.api.command.MappingCommand.SetTemplateValue;
import io.dsreview.api.command.ReviewCommand;
import io.dsreview.api.id.MappingId;
import io.dsreview.api.id.VariableId;
import io.dsreview.api.mapping.ExecutionMapping;
import io.dsreview.api.mapping.TemplateVariable;
import io.dsreview.api.mapping.VariableValue;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Commands on filters and variables. */
final class MappingMoves {

    static final List<Move> ROWS = List.of(
            Move.command(
                    DecideMappings.class, sight -> sight.undecided().isEmpty() ? 4 : 100, MappingMoves::decideMappings),
            Move.command(OverrideMapping.class, sight -> sight.mappings().isEmpty() ? 1 : 8, MappingMoves::override),
            Move.command(SetTemplateValue.class, sight -> sight.lacksValue() ? 60 : 8, MappingMoves::setValue),
            Move.command(
                    AcceptTemplateValue.class,
                    sight -> sight.unapproved().isEmpty() ? 4 : 80,
                    MappingMoves::acceptValue),
            Move.command(
                    ClearTemplateValue.class, sight -> sight.variables().isEmpty() ? 1 : 4, MappingMoves::clearValue));

    private MappingMoves() {}

    private static ReviewCommand decideMappings(Sight sight, CommandContext context, Choices choices) {
        List<MappingId> all =
                sight.mappings().stream().map(ExecutionMapping::id).toList();
        List<MappingId> undecided =
                sight.undecided().stream().map(ExecutionMapping::id).toList();
        List<MappingId> unknown = List.of(new MappingId("unheard-of"));
        boolean approve = choices.below(6) != 5;
        List<MappingId> sensible = undecided.isEmpty() ? all : undecided;
        List<List<MappingId>> sets = Stream.of(
                        sensible,
                        all,
                        sensible.subList(0, Math.min(1, sensible.size())),
                        Stream.concat(all.stream(), unknown.stream()).toList())
                .filter(set -> !set.isEmpty())
                .toList();
        List<MappingId> chosen = choices.of(sets);
        List<Sha256> losses = sight.mappings().stream()
                .filter(mapping -> chosen.contains(mapping.id()))
                .filter(mapping -> mapping.conversion().isLossy())
                .map(ExecutionMapping::content)
                .toList();
        return new DecideMappings(context, chosen, approve, choices.below(4) == 3 ? List.of() : losses);
    }

    private static ReviewCommand override(Sight sight, CommandContext context, Choices choices) {
        List<MappingId> mappings = new ArrayList<>(
                sight.mappings().stream().map(ExecutionMapping::id).toList());
        mappings.add(new MappingId("unheard-of"));
        return new OverrideMapping(
                context,
                choices.of(mappings),
                choices.of(List.of(List.of("open"), List.of("open", "paid"), List.of("paid"))));
    }

    private static ReviewCommand setValue(Sight sight, CommandContext context, Choices choices) {
        List<VariableId> variables = new ArrayList<>(sight.variables().stream()
                .filter(variable -> sight.found().orElseThrow().values().stream()
                        .noneMatch(value -> value.variable().equals(variable.id())))
                .map(TemplateVariable::id)
                .toList());
        sight.variables().stream().map(TemplateVariable::id).forEach(variables::add);
        variables.add(new VariableId("url_param:unheard_of"));
        int which = choices.below(variables.size());
        return new SetTemplateValue(context, variables.get(which), choices.of(List.of("EMEA", "100", "APAC")));
    }

    private static ReviewCommand acceptValue(Sight sight, CommandContext context, Choices choices) {
        List<VariableId> variables = new ArrayList<>(
                sight.unapproved().stream().map(VariableValue::variable).toList());
        sight.variables().stream().map(TemplateVariable::id).forEach(variables::add);
        variables.add(new VariableId("url_param:unheard_of"));
        return new AcceptTemplateValue(context, choices.of(variables));
    }

    private static ReviewCommand clearValue(Sight sight, CommandContext context, Choices choices) {
        List<VariableId> variables = new ArrayList<>(sight.found().stream()
                .flatMap(found -> found.values().stream())
                .map(VariableValue::variable)
                .toList());
        variables.add(new VariableId("url_param:unheard_of"));
        return new ClearTemplateValue(context, choices.of(variables));
    }
}
