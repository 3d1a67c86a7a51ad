package io.dsreview.samples.quickstart;

import io.dsreview.Review;
import io.dsreview.ReviewResult;
import io.dsreview.api.access.Actor;
import io.dsreview.api.clarification.Question;
import io.dsreview.api.command.CommandResult;
import io.dsreview.api.error.ProblemText;
import io.dsreview.api.execution.ExecutionTarget.DatasetRows;
import io.dsreview.api.execution.Gate;
import io.dsreview.api.execution.LaunchAttempt;
import io.dsreview.api.execution.LaunchOutcome;
import io.dsreview.api.execution.ManualLaunch;
import io.dsreview.api.execution.QueryResults;
import io.dsreview.api.finding.Finding;
import io.dsreview.api.finding.FindingStatus;
import io.dsreview.api.gate.UnmetClause;
import io.dsreview.api.mapping.ExecutionMapping;
import io.dsreview.api.mapping.TemplateVariable;
import io.dsreview.api.mapping.VariableKind;
import io.dsreview.api.mapping.VariableValue;
import io.dsreview.api.semantic.SemanticSource;
import io.dsreview.api.session.Recovery.Phase;
import io.dsreview.api.superset.RecoveryItem;
import io.dsreview.samples.quickstart.terminal.Complaint;
import io.dsreview.samples.quickstart.terminal.LaunchReport;
import io.dsreview.samples.quickstart.terminal.Screen;
import io.dsreview.samples.quickstart.terminal.Wording;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** Plays one whole review, and shows at each step what the library says. */
final class Walkthrough {

    private static final int FEWER_ROWS = 500;

    private final Stage stage;
    private final Screen screen;
    private final Answers answers;
    private final Optional<? extends SemanticSource> source;

    Walkthrough(Stage stage, Screen screen, Answers answers, Optional<? extends SemanticSource> source) {
        this.stage = stage;
        this.screen = screen;
        this.answers = answers;
        this.source = source;
    }

    Review play(Actor actor, String link) {
        Review review = start(actor, link);
        review = describeFields(review);
        tryToLaunch(review);
        review = clearDoubts(review);
        review = settleValues(review);
        review = approveMappings(review);
        review = preview(review);
        review = changeAnInput(review);
        tryToLaunch(review);
        review = preview(review);
        review = launch(review);
        screen.step("Verify the audit");
        AuditReport.print(stage.reviews(), review, screen);
        return review;
    }

    private Review start(Actor actor, String link) {
        screen.step("Paste a link");
        screen.say(link);
        Review review = stage.reviews().start(actor, stage.paste(link)).orElseThrow();
        screen.done(
                "matched the environment \"" + review.session().intake().environment() + "\"; session " + review.id());
        screen.step("What the link means");
        if (review.session().recovery().phase() != Phase.RECOVERED
                || review.session().recovery().context() == null) {
            showFindings(review);
            throw new Complaint("Nothing could be recovered from this link, so the review ends here. The findings above"
                    + " say why and what to do.");
        }
        ContextReport.print(review.session().recovery().context(), screen);
        return review;
    }

    private Review describeFields(Review review) {
        if (source.isEmpty() || review.session().recovery().datasetId() == null) {
            return review;
        }
        screen.step("What the fields mean");
        Review next = review.apply(source.get()).orElseThrow();
        next.session().semantics().fields().forEach(field -> field.decision()
                .meaning()
                .ifPresent(meaning -> screen.say(
                        String.format("%-12s %-18s %s", field.id(), meaning.verboseName(), meaning.description()))));
        if (next.session().semantics().rejectedSource() != null) {
            showFindings(next);
            return next;
        }
        screen.done("taken from " + source.get().id() + ", each with source, version and place");
        return next;
    }

    private void tryToLaunch(Review review) {
        screen.step("Try to launch");
        ReviewResult result = review.launch(review.readiness().summary());
        if (result.command() instanceof CommandResult.Rejected rejected) {
            screen.say("Refused, with every reason at once:");
            rejected.problems()
                    .forEach(problem -> screen.refused(
                            ProblemText.of(problem, Locale.ENGLISH).toString()));
            show(rejected.unmet());
        }
        showFindings(review);
    }

    private void show(List<UnmetClause> unmet) {
        for (UnmetClause clause : unmet) {
            String subjects = clause.subjects().isEmpty() ? "" : ": " + String.join(", ", clause.subjects());
            screen.refused(clause.clause().id() + "  " + clause.clause().rule() + subjects);
            screen.cure(clause.clause().cure());
        }
    }

    private void showFindings(Review review) {
        review.session().findings().stream()
                .filter(finding -> finding.status() == FindingStatus.OPEN)
                .forEach(finding -> {
                    ProblemText words = ProblemText.of(finding.problem(), Locale.ENGLISH);
                    screen.say(Wording.word(finding.severity()) + ": " + words.message());
                    screen.cure(words.cure());
                });
    }

    private Review clearDoubts(Review review) {
        Review next = review;
        while (next.activeQuestion().isPresent()) {
            screen.step("One question at a time");
            Question question = next.activeQuestion().get();
            String value = answers.to(question);
            next = next.answer(question, value).orElseThrow();
            screen.done("answered: " + value);
            if (review.session().recovery().datasetId() == null) {
                next = describeFields(next);
            }
        }
        for (RecoveryItem item : next.session().recovery().unsettled()) {
            screen.step("Something could not be recovered");
            screen.refused(item.id() + " " + item.name());
            String answer = answers.to(item);
            next = answer.equals(Answers.ABSENT)
                    ? next.resolve(item.id()).orElseThrow()
                    : next.resolve(item.id(), answer.split(",")).orElseThrow();
            screen.done(answer.equals(Answers.ABSENT) ? "accepted as absent" : "supplied: " + answer);
        }
        if (next.session().findings().stream().anyMatch(Finding::blocks)) {
            screen.step("What stands in the way");
            showFindings(next);
            throw new Complaint(
                    "The launch gate stays closed while a blocking finding is open, so the review ends here."
                            + " The findings above say what to do.");
        }
        return next;
    }

    private Review settleValues(Review review) {
        Review next = review;
        for (VariableValue value : review.session().values()) {
            if (!value.isApproved()) {
                screen.step("Accept what the link says");
                next = next.acceptValue(value.variable()).orElseThrow();
                screen.done(value.variable() + " = " + value.value() + " (" + Wording.word(value.origin()) + ")");
            }
        }
        return next;
    }

    private Review approveMappings(Review review) {
        screen.step("Approve how the filters reach the query");
        List<ExecutionMapping> reaching = review.session().mappings().stream()
                .filter(ExecutionMapping::isEffective)
                .toList();
        if (reaching.isEmpty()) {
            screen.say("No filter has a value that reaches this dataset: there is nothing to approve.");
            return review;
        }
        for (ExecutionMapping mapping : reaching) {
            screen.say(mapping.filter() + " → " + mapping.target().key() + ": " + Wording.words(mapping.value()));
        }
        Review next = review.approveAllMappings().orElseThrow();
        screen.done("approved; each approval is bound to the mapping's content, and any change withdraws it");
        return next;
    }

    private Review preview(Review review) {
        screen.step("Let Superset compile the SQL, without running it");
        Review next = review.preview().orElseThrow();
        var preview = next.session().execution().preview().orElseThrow();
        if (preview.sql() == null) {
            preview.diagnostics()
                    .forEach(problem -> screen.refused(
                            ProblemText.of(problem, Locale.ENGLISH).toString()));
            throw new Complaint(
                    "Superset compiled no SQL for these inputs. The diagnostics above say which filter, variable"
                            + " or column to look at.");
        }
        screen.block(next.compiledSql());
        preview.diagnostics()
                .forEach(leftOut ->
                        screen.done(ProblemText.of(leftOut, Locale.ENGLISH).message()));
        screen.done(
                "compiled by Superset through " + preview.channel() + "; input fingerprint " + preview.fingerprint());
        return next;
    }

    /** Changes a value where the dataset has one that may be changed freely, else the number of rows. */
    private Review changeAnInput(Review review) {
        screen.step("Somebody changes an input");
        Optional<TemplateVariable> optional = review.session().recovery().dataset().stream()
                .flatMap(dataset -> dataset.variables().stream())
                .filter(variable -> variable.kind() == VariableKind.URL_PARAM && !variable.required())
                .findFirst();
        String value = optional.map(variable -> answers.given().get("change:" + variable.name()))
                .orElse(null);
        Review next;
        if (optional.isPresent() && value != null) {
            next = review.setValue(optional.get().id(), value).orElseThrow();
            screen.done(optional.get().id() + " is now " + value);
        } else {
            DatasetRows rows = (DatasetRows) review.session().execution().target();
            next = review.choose(new DatasetRows(rows.columns(), FEWER_ROWS)).orElseThrow();
            screen.done("at most " + FEWER_ROWS + " rows instead of " + rows.rowLimit());
        }
        screen.say("The preview is now " + Wording.word(next.readiness().preview()) + ".");
        return next;
    }

    private Review launch(Review review) {
        screen.step("Launch");
        List<UnmetClause> unmet = review.explain(Gate.LAUNCH);
        if (!unmet.isEmpty()) {
            show(unmet);
            showFindings(review);
            throw new Complaint("The launch gate stays closed. The reasons above come with their cures.");
        }
        screen.say("The gate is open: L1 to L10 hold.");
        LaunchReport.print(Objects.requireNonNull(review.readiness().summary()), screen);
        Review next = review.launch(review.readiness().summary()).orElseThrow();
        LaunchAttempt attempt = attempt(next);
        if (attempt.outcome() instanceof LaunchOutcome.Succeeded success) {
            QueryResults results = success.results();
            screen.done("SQL Lab ran it: query " + success.reference().queryId() + ", " + results.rows() + " rows"
                    + (results.cut() ? ", cut at the limit of " + results.rowLimit() : ""));
            screen.say(shown(success.reference().link()));
            return next;
        }
        if (attempt.outcome() instanceof LaunchOutcome.Running running) {
            screen.refused(ProblemText.of(running.problem(), Locale.ENGLISH) + " "
                    + shown(running.reference().link()));
            return next;
        }
        if (attempt.outcome() instanceof LaunchOutcome.Refused refused) {
            screen.refused(ProblemText.of(refused.problem(), Locale.ENGLISH).toString());
            return handOff(next);
        }
        throw new Complaint("The launch did not succeed: " + attempt.outcome());
    }

    private Review handOff(Review review) {
        screen.step("Hand the launch to a person");
        Review next = review.handOff().orElseThrow();
        ManualLaunch manual = attempt(next).manual();
        if (manual != null) {
            screen.say((manual.linkCarriesSql() ? "Open " : "Paste the SQL above at ") + shown(manual.link()));
            screen.done("the SQL above is handed off; it counts as launched only once a person confirms it");
        }
        return next;
    }

    private static LaunchAttempt attempt(Review review) {
        return review.session().execution().lastLaunch().orElseThrow();
    }

    private String shown(String link) {
        return link.replace(stage.actual().toString(), stage.shown().toString());
    }
}
