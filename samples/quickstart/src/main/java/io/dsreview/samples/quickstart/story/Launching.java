package io.dsreview.samples.quickstart.story;

import io.dsreview.Review;
import io.dsreview.api.error.Problem;
import io.dsreview.api.error.ProblemText;
import io.dsreview.api.execution.CompiledPreview;
import io.dsreview.api.execution.ExecutionTarget.DatasetRows;
import io.dsreview.api.execution.Gate;
import io.dsreview.api.execution.LaunchAttempt;
import io.dsreview.api.execution.LaunchOutcome;
import io.dsreview.api.execution.ManualLaunch;
import io.dsreview.api.execution.QueryResults;
import io.dsreview.api.gate.UnmetClause;
import io.dsreview.api.mapping.TemplateVariable;
import io.dsreview.api.mapping.VariableKind;
import io.dsreview.samples.quickstart.terminal.Complaint;
import io.dsreview.samples.quickstart.terminal.LaunchReport;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * From the preview to the launch, with somebody who changes an input in between.
 *
 * @param play what the story works with
 * @param shown what a person would see of a link
 */
record Launching(Play play, UnaryOperator<String> shown) {

    private static final int FEWER_ROWS = 500;

    /** Somebody is too early, and may not launch at all. */
    void refuse(Review review) {
        play.step("tooEarly");
        play.refusal(review.launch(review.readiness().summary()));
    }

    Review launch(Review review) {
        play.step("preview");
        Review ben = preview(play.as(Cast.BEN, review), List.of());
        List<String> before = ben.compiledSql().lines().toList();
        play.step("conflict");
        changeAnInput(play.as(Cast.ANN, ben));
        play.refusal(ben.launch(ben.readiness().summary()));
        ben = ben.reload();
        play.step("stale");
        play.say("preview", "state", play.phrases().word(ben.readiness().preview()));
        play.refusal(ben.launch(ben.readiness().summary()));
        ben = preview(ben, before);
        return confirm(ben);
    }

    /** Shows the SQL, but only the lines that are new. */
    private Review preview(Review review, List<String> known) {
        Review next = review.preview().orElseThrow();
        CompiledPreview preview = next.session().execution().preview().orElseThrow();
        if (preview.sql() == null) {
            preview.diagnostics().forEach(problem -> play.screen().refused(text(problem)));
            throw new Complaint(play.phrases().get("complaint.noSql"));
        }
        next.compiledSql()
                .lines()
                .filter(line -> !known.contains(line) && !line.isBlank())
                .forEach(play.screen()::block);
        preview.diagnostics().forEach(leftOut -> play.screen()
                .done(ProblemText.of(leftOut, play.phrases().locale()).message()));
        play.done(
                known.isEmpty() ? "compiled" : "compiledAgain",
                "channel",
                String.valueOf(preview.channel()),
                "fingerprint",
                preview.fingerprint());
        return next;
    }

    /** Changes a value where the dataset has one that may be changed freely, else the number of rows. */
    private void changeAnInput(Review review) {
        Optional<TemplateVariable> free = review.session().recovery().dataset().stream()
                .flatMap(dataset -> dataset.variables().stream())
                .filter(variable -> variable.kind() == VariableKind.URL_PARAM && !variable.required())
                .findFirst();
        String value = free.map(variable -> play.answers().given().get("change:" + variable.name()))
                .orElse(null);
        if (free.isPresent() && value != null) {
            review.values().set(free.get().id(), value).orElseThrow();
            play.done("changed", "variable", free.get().id(), "value", value);
        } else {
            DatasetRows rows = (DatasetRows) review.session().execution().target();
            review.execution()
                    .choose(new DatasetRows(rows.columns(), FEWER_ROWS))
                    .orElseThrow();
            play.done("fewerRows", "rows", FEWER_ROWS, "before", rows.rowLimit());
        }
    }

    private Review confirm(Review review) {
        play.step("launch");
        List<UnmetClause> unmet = review.explain(Gate.LAUNCH);
        if (!unmet.isEmpty()) {
            play.clauses(unmet);
            play.findings(review);
            throw new Complaint(play.phrases().get("complaint.closed"));
        }
        play.say("open");
        new LaunchReport(play.screen(), play.phrases())
                .print(Objects.requireNonNull(review.readiness().summary()));
        Review next = review.launch(review.readiness().summary()).orElseThrow();
        LaunchOutcome outcome = attempt(next).outcome();
        if (outcome instanceof LaunchOutcome.Succeeded success) {
            ran(success);
            return next;
        }
        if (outcome instanceof LaunchOutcome.Running running) {
            play.screen()
                    .refused(text(running.problem()) + " "
                            + shown.apply(running.reference().link()));
            return next;
        }
        if (outcome instanceof LaunchOutcome.Refused refused) {
            play.screen().refused(text(refused.problem()));
            return handOff(next);
        }
        throw new Complaint(play.phrases().get("complaint.failed", "outcome", String.valueOf(outcome)));
    }

    private void ran(LaunchOutcome.Succeeded success) {
        QueryResults results = success.results();
        play.done(
                results.cut() ? "ranCut" : "ran",
                "query",
                success.reference().queryId(),
                "rows",
                results.rows(),
                "limit",
                results.rowLimit());
        play.screen().say(shown.apply(success.reference().link()));
    }

    private Review handOff(Review review) {
        play.step("handOff");
        Review next = review.execution().handOff().orElseThrow();
        ManualLaunch manual = attempt(next).manual();
        if (manual != null) {
            play.say(manual.linkCarriesSql() ? "openLink" : "pasteSql", "link", shown.apply(manual.link()));
            play.done("handedOff");
        }
        return next;
    }

    private static LaunchAttempt attempt(Review review) {
        return review.session().execution().lastLaunch().orElseThrow();
    }

    private String text(Problem problem) {
        return ProblemText.of(problem, play.phrases().locale()).toString();
    }
}
