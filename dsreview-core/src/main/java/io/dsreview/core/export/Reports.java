package io.dsreview.core.export;

import io.dsreview.api.access.Actor;
import io.dsreview.api.canonical.JsonText;
import io.dsreview.api.execution.Gate;
import io.dsreview.api.execution.RunContext;
import io.dsreview.api.gate.GateExplanation;
import io.dsreview.api.id.SessionId;
import io.dsreview.api.ledger.LedgerHead;
import io.dsreview.api.ledger.Verification;
import io.dsreview.api.session.Report;
import io.dsreview.api.session.ReviewView;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes reports. Pure: the same input gives the same bytes.
 *
 * @param plain turns a record into plain JSON values
 */
public record Reports(Function<Object, @Nullable Object> plain) {

    /**
     * What a report is made of.
     *
     * @param view the session as the reader sees it, as of its last change
     * @param reader who reads
     * @param gates evaluates a gate for the reader, as of the session's last change
     * @param head the end of the session's ledger
     * @param verification what verifying the ledger found
     */
    public record Input(
            ReviewView view,
            Actor reader,
            Function<Gate, GateExplanation> gates,
            LedgerHead head,
            Verification verification) {}

    /**
     * Writes a report.
     *
     * @param report which one
     * @param format how
     * @param input what it is made of
     * @param locale the reader's language; falls back to English
     * @return the text
     */
    public String write(Report report, Report.Format format, Input input, Locale locale) {
        ReportWords words = new ReportWords(locale);
        return switch (report) {
            case DOCUMENTATION -> {
                Documentation document = new Documenting(
                                input.view().session(), input.view().profile(), locale)
                        .document(words.language());
                yield format == Report.Format.JSON
                        ? json(document)
                        : new DocumentationMarkdown(document, words).write();
            }
            case VALIDATION -> {
                Validation validation = new Validating(input, locale).report(words.language());
                yield format == Report.Format.JSON
                        ? json(validation)
                        : new ValidationMarkdown(validation, words).write();
            }
        };
    }

    /**
     * Writes the record of a launch that ran.
     *
     * @param session the session
     * @param context the run context
     * @return JSON text; the same for the same run context
     */
    public String runContext(SessionId session, RunContext context) {
        return json(RunRecord.of(session, context));
    }

    private String json(Record report) {
        return JsonText.pretty(plain.apply(report));
    }
}
