package io.dsreview.core.export;

import io.dsreview.api.access.Actor;
import io.dsreview.api.execution.Gate;
import io.dsreview.api.execution.RunContext;
import io.dsreview.api.gate.GateExplanation;
import io.dsreview.api.id.SessionId;
import io.dsreview.api.ledger.LedgerHead;
import io.dsreview.api.ledger.Verification;
import io.dsreview.api.session.DatasetProfile;
import io.dsreview.api.session.Readiness;
import io.dsreview.api.session.Report;
import io.dsreview.api.session.ReviewSession;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Writes reports. Pure: the same input gives the same bytes.
 *
 * @param json writes a record as JSON that people can read
 */
public record Reports(Function<Object, String> json) {

    /**
     * What a report is made of. What only one of them needs is computed for that one.
     *
     * @param session the session
     * @param reader who reads
     * @param profile computes the profile of its dataset
     * @param readiness computes how ready it is for the reader, as of its last change
     * @param gates evaluates a gate for the reader, as of the session's last change
     * @param head the end of the session's ledger
     * @param verification verifies the ledger
     */
    public record Input(
            ReviewSession session,
            Actor reader,
            Supplier<DatasetProfile> profile,
            Supplier<Readiness> readiness,
            Function<Gate, GateExplanation> gates,
            LedgerHead head,
            Supplier<Verification> verification) {}

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
                Documentation document =
                        new Documenting(input.session(), input.profile().get(), locale).document(words.language());
                yield format == Report.Format.JSON
                        ? json.apply(document)
                        : new DocumentationMarkdown(document, words).write();
            }
            case VALIDATION -> {
                Validation validation = new Validating(input, locale).report(words.language());
                yield format == Report.Format.JSON
                        ? json.apply(validation)
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
        return json.apply(RunRecord.of(session, context));
    }
}
