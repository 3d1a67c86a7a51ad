package io.dsreview.samples.quickstart.workspace;

import io.dsreview.Review;
import io.dsreview.api.clarification.Option;
import io.dsreview.api.clarification.Question;
import io.dsreview.api.clarification.QuestionText;
import io.dsreview.api.error.Problem;
import io.dsreview.api.error.ProblemText;
import io.dsreview.api.execution.CompiledPreview;
import io.dsreview.api.execution.ExecutionTarget;
import io.dsreview.api.execution.ExecutionTarget.ChartQuery;
import io.dsreview.api.execution.ExecutionTarget.DatasetRows;
import io.dsreview.api.execution.LaunchOutcome;
import io.dsreview.api.finding.Finding;
import io.dsreview.api.finding.FindingStatus;
import io.dsreview.api.gate.ClauseText;
import io.dsreview.api.gate.UnmetClause;
import io.dsreview.api.mapping.VariableValue;
import io.dsreview.samples.quickstart.terminal.Phrases;
import io.dsreview.samples.quickstart.terminal.Screen;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Shows parts of a review. */
final class ReviewReport {

    private ReviewReport() {}

    static void problem(Problem problem, Screen screen) {
        ProblemText words = ProblemText.of(problem, Desk.LANGUAGE);
        screen.refused(words.message());
        screen.cure(words.cure());
    }

    static void clauses(List<UnmetClause> unmet, Screen screen) {
        for (UnmetClause clause : unmet) {
            ClauseText words = ClauseText.of(clause.clause(), Desk.LANGUAGE);
            String subjects = clause.subjects().isEmpty() ? "" : ": " + String.join(", ", clause.subjects());
            screen.refused(clause.clause().id() + "  " + words.rule() + subjects);
            screen.cure(words.cure());
        }
    }

    /** The findings that are open, in the order in which they are numbered. */
    static List<Finding> open(Review review) {
        return review.session().findings().stream()
                .filter(finding -> finding.status() == FindingStatus.OPEN)
                .toList();
    }

    static void findings(Review review, Screen screen) {
        List<Finding> open = open(review);
        if (open.isEmpty()) {
            screen.say("No finding is open.");
        }
        for (int i = 0; i < open.size(); i++) {
            ProblemText words = ProblemText.of(open.get(i).problem(), Desk.LANGUAGE);
            screen.say((i + 1) + "  " + Phrases.ENGLISH.word(open.get(i).severity()) + ": " + words.message());
            screen.cure(words.cure());
        }
    }

    static void question(Question question, Screen screen) {
        QuestionText words = QuestionText.of(question, Desk.LANGUAGE);
        screen.say(words.text());
        screen.say("Why it matters: " + words.why());
        if (question.guess() != null) {
            screen.say("Current guess: " + question.guess().value() + " (from "
                    + question.guess().source() + ")");
        }
        for (Option option : question.options()) {
            String label = option.label().equals(option.value()) ? "" : "  " + option.label();
            screen.say("  • " + option.value() + label);
        }
    }

    static void values(List<VariableValue> values, Screen screen) {
        screen.table(
                List.of("N", "VARIABLE", "VALUE", "FROM", "STATE"),
                numbered(
                        values,
                        value -> Stream.of(
                                value.variable().value(),
                                value.value(),
                                Phrases.ENGLISH.word(value.origin()),
                                value.isApproved() ? "accepted" : "waits to be accepted")));
    }

    static void preview(CompiledPreview preview, Screen screen) {
        if (preview.sql() != null) {
            screen.block(preview.sql());
            screen.say("compiled by Superset through " + preview.channel() + "; input fingerprint "
                    + preview.fingerprint());
        }
        preview.diagnostics().forEach(problem -> problem(problem, screen));
    }

    /** What a launch would run, with which values, as whom. */
    static String target(ExecutionTarget target) {
        if (target instanceof DatasetRows rows) {
            String columns =
                    rows.columns().isEmpty() ? "all columns" : rows.columns().size() + " columns";
            return "rows of the dataset, " + columns + ", at most " + rows.rowLimit();
        }
        return "the query of chart " + ((ChartQuery) target).chart();
    }

    static void outcome(LaunchOutcome outcome, Screen screen) {
        if (outcome instanceof LaunchOutcome.Succeeded success) {
            screen.done("SQL Lab ran it: query " + success.reference().queryId() + ", "
                    + success.results().rows() + " rows"
                    + (success.results().cut()
                            ? ", cut at the limit of " + success.results().rowLimit()
                            : ""));
            screen.say(success.reference().link());
        } else if (outcome instanceof LaunchOutcome.Running running) {
            problem(running.problem(), screen);
            screen.say(running.reference().link());
        } else if (outcome instanceof LaunchOutcome.Failed failed) {
            problem(failed.problem(), screen);
        } else if (outcome instanceof LaunchOutcome.Refused refused) {
            problem(refused.problem(), screen);
        } else if (outcome instanceof LaunchOutcome.Unknown unknown) {
            problem(unknown.problem(), screen);
        } else if (outcome instanceof LaunchOutcome.ConfirmedByHand confirmed) {
            screen.done("launched by hand: " + confirmed.reference());
        }
    }

    /** Rows of a table whose first cell is the number by which a person names the row. */
    static <T> List<List<String>> numbered(List<T> things, Function<T, Stream<String>> cells) {
        return IntStream.range(0, things.size())
                .mapToObj(i -> Stream.concat(Stream.of(Integer.toString(i + 1)), cells.apply(things.get(i)))
                        .toList())
                .toList();
    }
}
