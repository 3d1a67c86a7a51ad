package io.dsreview.samples.quickstart.workspace;

import io.dsreview.api.id.MappingId;
import io.dsreview.api.id.VariableId;
import io.dsreview.api.mapping.ExecutionMapping;
import io.dsreview.api.mapping.TemplateVariable;
import io.dsreview.samples.quickstart.terminal.Complaint;
import java.util.List;

/**
 * What goes into the query: the values of variables, and the mappings of filters.
 *
 * @param desk where the commands work
 */
record InputCommands(Desk desk) {

    List<WorkspaceCommand> all() {
        return List.of(
                new WorkspaceCommand("values", "the values of the template's variables", none -> values()),
                new WorkspaceCommand("value NAME VALUE", "set the value of a variable", this::value),
                new WorkspaceCommand(
                        "accept-value NAME", "accept its value from the link, or its default", this::acceptValue),
                new WorkspaceCommand(
                        "clear-value NAME", "take back what was set, answered or accepted", this::clearValue),
                new WorkspaceCommand(
                        "mappings", "how the filters reach the query, why, and what is lost", none -> mappings()),
                new WorkspaceCommand(
                        "approve N…", "approve mappings, or 'all'; after a launch, approve anew", this::approve),
                new WorkspaceCommand(
                        "approve-with-losses N",
                        "show what a mapping loses, ask, and approve it",
                        this::approveWithLosses),
                new WorkspaceCommand("reject N…", "reject mappings", this::reject),
                new WorkspaceCommand("override N VALUE…", "give a mapping other values", this::override));
    }

    private void values() {
        ReviewReport.values(desk.review().session().values(), desk.screen());
        desk.review().session().recovery().dataset().ifPresent(dataset -> dataset.variables().stream()
                .filter(variable -> variable.kind().takesValue())
                .filter(variable -> desk.review().session().values().stream()
                        .noneMatch(value -> value.variable().equals(variable.id())))
                .forEach(
                        variable -> desk.screen().say(variable.id() + " has no value of its own" + missing(variable))));
    }

    private static String missing(TemplateVariable variable) {
        if (variable.required()) {
            return ", and is required";
        }
        return variable.defaultValue() == null ? "" : "; its default is " + variable.defaultValue();
    }

    private VariableId variable(String typed) {
        List<TemplateVariable> variables = desk.review().session().recovery().dataset().stream()
                .flatMap(dataset -> dataset.variables().stream())
                .toList();
        return Pick.from(variables, each -> each.id().value(), typed, "values").id();
    }

    private void value(List<String> arguments) {
        VariableId variable = variable(arguments.get(0));
        desk.step(variable + " is now " + arguments.get(1), review -> review.values()
                .set(variable, arguments.get(1)));
    }

    private void acceptValue(List<String> arguments) {
        VariableId variable = variable(arguments.get(0));
        desk.step(variable + " is accepted", review -> review.values().accept(variable));
    }

    private void clearValue(List<String> arguments) {
        VariableId variable = variable(arguments.get(0));
        desk.step(variable + " has what the link, a filter or its default gives it", review -> review.values()
                .clear(variable));
    }

    private void mappings() {
        MappingReport.all(desk.review().session().mappings(), desk.screen());
    }

    private ExecutionMapping mapping(String typed) {
        return Pick.from(desk.review().session().mappings(), each -> each.id().value(), typed, "mappings");
    }

    private void approve(List<String> arguments) {
        List<ExecutionMapping> named = arguments.equals(List.of("all"))
                ? Approvable.of(desk.review())
                : arguments.stream().map(this::mapping).toList();
        if (named.isEmpty()) {
            desk.screen().say("No mapping waits to be approved. Type 'mappings' to see which there are.");
        } else if (!desk.step("approved; any change to a mapping withdraws its approval", review -> review.mappings()
                        .approve(ids(named)))
                && Approvable.losesSomething(named)) {
            desk.screen().cure("Type 'mappings' to see what is lost, and 'approve-with-losses N' to accept it.");
        }
    }

    /** What is accepted is what was shown: a mapping that changes before the answer is refused. */
    private void approveWithLosses(List<String> arguments) {
        ExecutionMapping shown = mapping(arguments.get(0));
        if (!shown.conversion().isLossy()) {
            throw new Complaint("Nothing of its value is lost. Type 'approve N'.");
        }
        MappingReport.one(shown.id().value(), shown, desk.screen());
        if (desk.confirms("Approve it although this is lost?")) {
            desk.step(
                    "approved with what is lost; any change to the mapping withdraws its approval",
                    review -> review.mappings().approveWithLosses(shown));
        } else {
            desk.screen().say("It was not approved.");
        }
    }

    private void reject(List<String> arguments) {
        MappingId[] ids = ids(arguments.stream().map(this::mapping).toList());
        desk.step("rejected", review -> review.mappings().reject(ids));
    }

    private static MappingId[] ids(List<ExecutionMapping> mappings) {
        return mappings.stream().map(ExecutionMapping::id).toArray(MappingId[]::new);
    }

    private void override(List<String> arguments) {
        ExecutionMapping mapping = mapping(arguments.get(0));
        String[] values = arguments.subList(1, arguments.size()).toArray(String[]::new);
        desk.step(
                "changed; it waits to be approved", review -> review.mappings().override(mapping.id(), values));
    }
}
