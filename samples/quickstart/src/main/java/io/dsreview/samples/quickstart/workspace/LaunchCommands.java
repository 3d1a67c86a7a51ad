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
import io.dsreview.samples.quickstart.terminal.Complaint;
import io.dsreview.samples.quickstart.terminal.LaunchReport;
import io.dsreview.samples.quickstart.terminal.Phrases;
import java.util.List;
import java.util.Optional;

/**
 * What will run, its preview, and its launch.
 *
 * @param desk where the commands work
 */
record LaunchCommands(Desk desk) {

    List<WorkspaceCommand> all() {
        return List.of(
                new WorkspaceCommand(
                        "target rows|chart N",
                        "what will run: 1 to " + ExecutionTarget.MAX_ROW_LIMIT + " rows, or a chart's query",
                        this::target),
                new WorkspaceCommand("gate", "every clause that keeps the launch closed", none -> gate()),
                new WorkspaceCommand("preview", "have Superset compile the SQL, without running it", none -> preview()),
                new WorkspaceCommand("sql", "the SQL of the current preview", none -> sql()),
                new WorkspaceCommand("launch", "show what will be launched, ask, and launch", none -> launch()),
                new WorkspaceCommand("hand-off", "take the launch over by hand", none -> handOff()),
                new WorkspaceCommand("confirm REFERENCE…", "confirm a launch that was taken over", this::confirm));
    }

    private void target(List<String> arguments) {
        if (!arguments.get(1).matches("[0-9]{1,9}")) {
            throw new Complaint("Type 'target rows N' or 'target chart N', with a number. Rows are 1 to "
                    + ExecutionTarget.MAX_ROW_LIMIT + ".");
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
