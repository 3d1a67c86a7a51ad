package io.dsreview.core.export;

import io.dsreview.api.clarification.ClarificationState;
import io.dsreview.api.clarification.Question;
import io.dsreview.api.clarification.QuestionText;
import io.dsreview.api.error.Problem;
import io.dsreview.api.error.ProblemText;
import io.dsreview.api.execution.CompiledPreview;
import io.dsreview.api.execution.Gate;
import io.dsreview.api.execution.LaunchAttempt;
import io.dsreview.api.execution.LaunchIntent;
import io.dsreview.api.execution.LaunchOutcome;
import io.dsreview.api.finding.Finding;
import io.dsreview.api.gate.ClauseText;
import io.dsreview.api.gate.GateExplanation;
import io.dsreview.api.ledger.LedgerHead;
import io.dsreview.api.ledger.Verification;
import io.dsreview.api.session.PreviewState;
import io.dsreview.api.session.Readiness;
import io.dsreview.api.session.ReviewSession;
import io.dsreview.core.export.Validation.Diagnostic;
import io.dsreview.core.export.Validation.Ledger;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reports how far a session is. Pure.
 *
 * @param input the session, who reads, its gates and its ledger
 * @param locale the reader's language
 */
record Validating(Reports.Input input, Locale locale) {

    Validation report(String language) {
        ReviewSession session = input.session();
        Readiness readiness = input.readiness().get();
        return new Validation(
                Validation.FORMAT,
                Validation.VERSION,
                language,
                session.header(),
                input.reader().user(),
                readiness.asOf(),
                readiness.next(),
                readiness.nextStep(locale),
                session.findings().stream().map(this::finding).toList(),
                Arrays.stream(Gate.values()).map(this::gate).toList(),
                session.clarification().open().stream().map(this::question).toList(),
                HumanDecisions.of(session),
                session.execution()
                        .preview()
                        .map(preview -> preview(preview, readiness))
                        .orElse(null),
                session.execution().launches().stream().map(this::launch).toList(),
                ledger(input.head(), input.verification().get()));
    }

    private Validation.Finding finding(Finding finding) {
        ProblemText words = ProblemText.of(finding.problem(), locale);
        var acceptance = finding.acceptance();
        return new Validation.Finding(
                finding.id(),
                finding.problem().code(),
                finding.severity(),
                finding.status(),
                finding.target(),
                finding.problem().target(),
                words.message(),
                words.cure(),
                finding.foundAt(),
                finding.resolvedAt(),
                acceptance == null ? null : acceptance.by(),
                acceptance == null ? null : acceptance.at(),
                acceptance == null ? null : acceptance.why());
    }

    private Validation.GateState gate(Gate gate) {
        GateExplanation explanation = input.gates().apply(gate);
        List<Validation.Clause> clauses = explanation.clauses().stream()
                .map(state -> {
                    ClauseText words = ClauseText.of(state.clause(), locale);
                    return new Validation.Clause(
                            state.clause().id(), words.rule(), state.holds(), state.subjects(), words.cure());
                })
                .toList();
        return new Validation.GateState(gate, explanation.decision().isOpen(), clauses);
    }

    private Validation.OpenQuestion question(Question question) {
        QuestionText words = QuestionText.of(question, locale);
        ClarificationState clarification = input.session().clarification();
        return new Validation.OpenQuestion(
                question.id(),
                question.topic(),
                question.subject(),
                question.equals(clarification.active()),
                question.blocking(),
                words.text(),
                words.why(),
                clarification
                        .setAside(question.id())
                        .map(aside -> new Validation.Aside(aside.reason(), aside.note(), aside.by(), aside.at()))
                        .orElse(null));
    }

    private Validation.Preview preview(CompiledPreview preview, Readiness readiness) {
        String sql = preview.sql();
        return new Validation.Preview(
                preview.id(),
                preview.status(),
                readiness.preview() == PreviewState.READY,
                preview.channel(),
                preview.fingerprint().hash().hex(),
                sql,
                sql == null ? null : LaunchIntent.hashOf(sql).hex(),
                preview.requestedBy(),
                preview.requestedAt(),
                preview.validUntil(),
                preview.diagnostics().stream().map(this::diagnostic).toList());
    }

    private Diagnostic diagnostic(Problem problem) {
        ProblemText words = ProblemText.of(problem, locale);
        return new Diagnostic(problem.code(), problem.target(), words.message(), words.cure());
    }

    private Validation.Launch launch(LaunchAttempt attempt) {
        LaunchIntent intent = attempt.intent();
        Problem problem = problem(attempt.outcome());
        return new Validation.Launch(
                intent.id(),
                intent.manual(),
                intent.preview(),
                intent.fingerprint().hash().hex(),
                intent.sql() == null ? null : intent.sql().hex(),
                intent.clientId(),
                intent.by(),
                intent.at(),
                outcome(attempt.outcome()),
                reference(attempt.outcome()),
                problem == null ? null : diagnostic(problem));
    }

    /** The name under which the outcome is stored, in upper case; {@code PENDING} while there is none. */
    private static String outcome(@Nullable LaunchOutcome outcome) {
        return outcome == null ? "PENDING" : OUTCOMES.getOrDefault(outcome.getClass(), "PENDING");
    }

    private static final Map<Class<?>, String> OUTCOMES = outcomes();

    private static Map<Class<?>, String> outcomes() {
        Map<Class<?>, String> names = new HashMap<>();
        names.put(LaunchOutcome.Succeeded.class, "SUCCEEDED");
        names.put(LaunchOutcome.Running.class, "RUNNING");
        names.put(LaunchOutcome.Failed.class, "FAILED");
        names.put(LaunchOutcome.Refused.class, "REFUSED");
        names.put(LaunchOutcome.Unknown.class, "UNKNOWN");
        names.put(LaunchOutcome.ConfirmedByHand.class, "CONFIRMED_BY_HAND");
        return names;
    }

    private static @Nullable String reference(@Nullable LaunchOutcome outcome) {
        if (outcome instanceof LaunchOutcome.Succeeded succeeded) {
            return succeeded.reference().link();
        }
        if (outcome instanceof LaunchOutcome.Running running) {
            return running.reference().link();
        }
        return outcome instanceof LaunchOutcome.ConfirmedByHand confirmed ? confirmed.reference() : null;
    }

    private static @Nullable Problem problem(@Nullable LaunchOutcome outcome) {
        if (outcome instanceof LaunchOutcome.Running running) {
            return running.problem();
        }
        if (outcome instanceof LaunchOutcome.Failed failed) {
            return failed.problem();
        }
        if (outcome instanceof LaunchOutcome.Refused refused) {
            return refused.problem();
        }
        return outcome instanceof LaunchOutcome.Unknown unknown ? unknown.problem() : null;
    }

    private static Ledger ledger(LedgerHead head, Verification verification) {
        Long at = null;
        Ledger.Verdict verdict = Ledger.Verdict.VERIFIED;
        if (verification instanceof Verification.Broken broken) {
            at = broken.seq();
            verdict = Ledger.Verdict.BROKEN;
        } else if (verification instanceof Verification.Unexplained unexplained) {
            at = unexplained.seq();
            verdict = Ledger.Verdict.UNEXPLAINED;
        }
        return new Ledger(head.chain().value(), head.seq(), head.hash().hex(), verdict, at);
    }
}
