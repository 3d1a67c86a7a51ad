package io.dsreview.samples.quickstart.workspace;

import io.dsreview.Review;
import io.dsreview.api.execution.CompiledPreview;
import io.dsreview.api.execution.ExecutionTarget;
import io.dsreview.api.execution.ExecutionTarget.ChartQuery;
import io.dsreview.api.execution.ExecutionTarget.DatasetRows;
import io.dsreview.api.execution.Gate;
import io.dsreview.api.execution.LaunchAttempt;
import io.dsreview.api.execution.LaunchSummary;
import io.dsreview.api.execution.ManualLaunch;
import io.dsreview.api.gate.UnmetClause;
import io.dsreview.api.id.MappingId;
import io.dsreview.api.id.VariableId;
import io.dsreview.api.mapping.ExecutionMapping;
import io.dsreview.api.mapping.TemplateVariable;
import io.dsreview.samples.quickstart.terminal.Complaint;
import io.dsreview.samples.quickstart.terminal.LaunchReport;
import io.dsreview.samples.quickstart.terminal.Phrases;
import java.util.List;
import java.util.Optional;

/**
 * Values, mappings, preview and launch.
 *
 * @param desk where the commands work
 */
record LaunchCommands(Desk desk) {

    List<WorkspaceCommand> all() {
        return List.of(
                new WorkspaceCommand("values", "the values of the template's variables", none -> values()),
                new WorkspaceCommand("value NAME VALUE", "set the value of a variable", this::value),
                new WorkspaceCommand(
                        "accept-value NAME", "accept its value from the link, or its default", this::acceptValue),
                new WorkspaceCommand("mappings", "how the filters reach the query", none -> mappings()),
                new WorkspaceCommand("approve N…", "approve mappings, or 'all'", this::approve),
                new WorkspaceCommand("reject N…", "reject mappings", this::reject),
                new WorkspaceCommand("override N VALUE…", "give a mapping other values", this::override),
                new WorkspaceCommand(
                        "target rows|chart N", "what will run: so many rows, or a chart's query", this::target),
                new WorkspaceCommand("gate", "every clause that keeps the launch closed", none -> gate()),
                new WorkspaceCommand("preview", "have Superset compile the SQL, without running it", none -> preview()),
                new WorkspaceCommand("sql", "the SQL of the current preview", none -> sql()),
                new WorkspaceCommand("launch", "show what will be launched, ask, and launch", none -> launch()),
                new WorkspaceCommand("hand-off", "take the launch over by hand", none -> handOff()),
                new WorkspaceCommand("confirm REFERENCE…", "confirm a launch that was taken over", this::confirm));
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

    private void mappings() {
        ReviewReport.mappings(desk.review().session().mappings(), desk.screen());
    }

    private ExecutionMapping mapping(String typed) {
        return Pick.from(desk.review().session().mappings(), each -> each.id().value(), typed, "mappings");
    }

    private void approve(List<String> arguments) {
        if (arguments.equals(List.of("all"))) {
            desk.step("approved; any change to a mapping withdraws its approval", review -> review.mappings()
                    .approveAll());
        } else {
            decide(arguments, true, "approved");
        }
    }

    private void reject(List<String> arguments) {
        decide(arguments, false, "rejected");
    }

    private void decide(List<String> arguments, boolean approved, String done) {
        MappingId[] ids = arguments.stream().map(typed -> mapping(typed).id()).toArray(MappingId[]::new);
        desk.step(
                done,
                review -> approved
                        ? review.mappings().approve(ids)
                        : review.mappings().reject(ids));
    }

    private void override(List<String> arguments) {
        ExecutionMapping mapping = mapping(arguments.get(0));
        String[] values = arguments.subList(1, arguments.size()).toArray(String[]::new);
        desk.step(
                "changed; it waits to be approved", review -> review.mappings().override(mapping.id(), values));
    }

    private void target(List<String> arguments) {
        if (!arguments.get(1).matches("[0-9]{1,9}")) {
            throw new Complaint("Type 'target rows N' or 'target chart N', with a number.");
        }
        int number = Integer.parseInt(arguments.get(1));
        ExecutionTarget target =
                switch (arguments.get(0)) {
                    case "rows" -> new DatasetRows(List.of(), number);
                    case "chart" -> new ChartQuery(number);
                    default -> throw new Complaint("Type 'target rows N' or 'target chart N'.");
                };
        desk.step("what will run: " + ReviewReport.target(target), review -> review.execution()
                .choose(target));
    }

    private void gate() {
        List<UnmetClause> unmet = desk.review().explain(Gate.LAUNCH);
        if (unmet.isEmpty()) {
            desk.screen().done("the launch gate is open");
        }
        ReviewReport.clauses(unmet, desk.screen());
    }

    private void preview() {
        if (desk.step("Superset was asked", Review::preview)) {
            sql();
        }
    }

    private void sql() {
        Optional<CompiledPreview> preview = desk.review().session().execution().preview();
        preview.ifPresentOrElse(shown -> ReviewReport.preview(shown, desk.screen()), () -> desk.screen()
                .say("There is no preview yet. Type 'preview'."));
    }

    private void launch() {
        Review review = desk.review();
        LaunchSummary summary = review.readiness().summary();
        if (summary != null && review.explain(Gate.LAUNCH).isEmpty()) {
            new LaunchReport(desk.screen(), Phrases.ENGLISH).print(summary);
            desk.screen().block(review.compiledSql());
            if (!desk.confirms("Launch this?")) {
                desk.screen().say("Nothing was launched.");
                return;
            }
        }
        if (desk.show("the launch was sent", review.launch(summary))) {
            attempt().ifPresent(attempt -> Optional.ofNullable(attempt.outcome())
                    .ifPresent(outcome -> ReviewReport.outcome(outcome, desk.screen())));
        }
    }

    private Optional<LaunchAttempt> attempt() {
        return desk.review().session().execution().lastLaunch();
    }

    private void handOff() {
        if (desk.step("handed to you; it counts as launched once you confirm it", review -> review.execution()
                .handOff())) {
            ManualLaunch manual = attempt().map(LaunchAttempt::manual).orElse(null);
            if (manual != null) {
                desk.screen().say((manual.linkCarriesSql() ? "Open " : "Paste the SQL at ") + manual.link());
            }
        }
    }

    private void confirm(List<String> arguments) {
        String reference = String.join(" ", arguments);
        desk.step("confirmed", review -> review.execution().confirmLaunch(reference));
    }
}
