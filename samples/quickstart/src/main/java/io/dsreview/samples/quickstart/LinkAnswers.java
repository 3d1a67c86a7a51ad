package io.dsreview.samples.quickstart;

import io.dsreview.Review;
import io.dsreview.ReviewResult;
import io.dsreview.api.canonical.JsonText;
import io.dsreview.api.clarification.Question;
import io.dsreview.api.clarification.Topic;
import io.dsreview.api.command.CommandResult;
import io.dsreview.api.error.Problem;
import io.dsreview.api.error.ProblemText;
import io.dsreview.api.execution.CompiledPreview;
import io.dsreview.api.execution.ExecutionTarget.ChartQuery;
import io.dsreview.api.execution.PreviewStatus;
import io.dsreview.api.finding.Finding;
import io.dsreview.api.mapping.TemplateVariable;
import io.dsreview.api.superset.RecoveredContext;
import io.dsreview.samples.quickstart.terminal.Complaint;
import io.dsreview.samples.quickstart.terminal.ContextReport;
import io.dsreview.samples.quickstart.terminal.Phrases;
import io.dsreview.samples.quickstart.terminal.Screen;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Answers one question about one link, instead of playing a whole review: what it means, or which SQL it gives.
 *
 * @param stage what it is asked on
 * @param out where the answer goes
 * @param json true for JSON and nothing else; described in docs/quickstart-json.md
 */
record LinkAnswers(Stage stage, PrintStream out, boolean json) {

    /** Shows what a link means. Returns the exit code: 1 if there is nothing to show. */
    int context(String link, Screen screen) {
        ReviewResult started = start(link);
        Optional<RecoveredContext> recovered = started.review()
                .map(review -> review.session().recovery())
                .flatMap(recovery -> Optional.ofNullable(recovery.context()));
        if (recovered.isEmpty()) {
            return complain(problem(started));
        }
        if (json) {
            out.print(ContextJson.of(recovered.get()));
        } else {
            new ContextReport(screen, Phrases.ENGLISH).print(recovered.get());
        }
        return 0;
    }

    /**
     * Shows the SQL that Superset compiles for a link. Returns the exit code: 1 if there is none.
     *
     * @param link the link
     * @param values values of template variables, by name or id
     * @param dataset which dataset, where the link touches several; or null
     * @param chart the chart whose own query is compiled, or null for rows of the dataset
     */
    int preview(String link, Map<String, String> values, @Nullable Long dataset, @Nullable Long chart) {
        ReviewResult step = start(link);
        Review review = step.review().orElse(null);
        if (review == null || review.session().recovery().context() == null) {
            return complain(problem(step));
        }
        Optional<Question> which = review.activeQuestion().filter(question -> question.topic() == Topic.DATASET);
        if (which.isPresent() && dataset != null) {
            step = review.answer(which.get(), Long.toString(dataset));
        }
        for (Map.Entry<String, String> value : values.entrySet()) {
            step = step.review().isPresent() ? set(step.orElseThrow(), value.getKey(), value.getValue()) : step;
        }
        if (chart != null && step.review().isPresent()) {
            step = step.orElseThrow().execution().choose(new ChartQuery(chart));
        }
        if (step.review().isPresent()) {
            step = step.orElseThrow().preview();
        }
        Optional<CompiledPreview> preview =
                step.review().flatMap(done -> done.session().execution().preview());
        return preview.isPresent() ? show(preview.get()) : complain(problem(step));
    }

    private ReviewResult start(String link) {
        return stage.reviews().start(Quickstart.ANN, stage.paste(link));
    }

    private static ReviewResult set(Review review, String name, String value) {
        TemplateVariable variable = review.session().recovery().dataset().stream()
                .flatMap(dataset -> dataset.variables().stream())
                .filter(each -> each.kind().takesValue())
                .filter(each -> each.name().equals(name) || each.id().value().equals(name))
                .findFirst()
                .orElseThrow(() -> new Complaint("No template of the dataset asks for " + name
                        + ". Look with --context which variables there are, and name one of them with --value."));
        return review.values().set(variable.id(), value);
    }

    private int show(CompiledPreview preview) {
        boolean ready = preview.status() == PreviewStatus.READY;
        if (json) {
            // With SQL, the diagnostics name what has no effect on it.
            boolean notCarried = ready || preview.status() == PreviewStatus.NOT_CARRIED;
            Map<String, @Nullable Object> answer = new LinkedHashMap<>();
            answer.put("status", ready ? "READY" : "FAILED");
            answer.put("channel", preview.channel());
            answer.put("sql", preview.sql());
            answer.put("notCarried", notCarried ? problems(preview) : List.of());
            answer.put("diagnostics", notCarried ? List.of() : problems(preview));
            answer.put("problem", null);
            out.print(JsonText.pretty(answer));
        } else {
            preview.diagnostics()
                    .forEach(problem -> System.err.println("quickstart: " + ProblemText.of(problem, Locale.ENGLISH)));
            if (ready) {
                out.println(preview.sql());
            }
        }
        return ready ? 0 : 1;
    }

    private static List<Map<String, @Nullable Object>> problems(CompiledPreview preview) {
        return preview.diagnostics().stream().map(ContextJson::problem).toList();
    }

    private int complain(Problem problem) {
        if (!json) {
            throw new Complaint(ProblemText.of(problem, Locale.ENGLISH).toString());
        }
        out.print(ContextJson.of(problem));
        return 1;
    }

    /** Why it cannot go on: the step was refused, the link has another shape, or recovery failed. */
    private static Problem problem(ReviewResult step) {
        if (step.command() instanceof CommandResult.Rejected rejected
                && !rejected.problems().isEmpty()) {
            return rejected.problems().get(0);
        }
        return step.orElseThrow().session().findings().stream()
                .filter(Finding::blocks)
                .findFirst()
                .map(Finding::problem)
                .orElseThrow(() -> new Complaint("Nothing could be recovered from this link."));
    }
}
