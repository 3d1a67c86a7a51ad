package io.dsreview.core.export;

import static io.dsreview.core.export.Markdown.code;
import static io.dsreview.core.export.Markdown.text;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes a validation report as Markdown.
 *
 * @param report the report
 * @param words the words of its language
 */
record ValidationMarkdown(Validation report, ReportWords words) {

    String write() {
        Markdown out = new Markdown();
        out.heading(1, words.label("validation"));
        SessionMarkdown.write(report.session(), words, out);
        out.item(words.label("reader"), code(report.reader().value()));
        out.item(words.label("asOf"), report.asOf().toString());
        out.item(words.label("next"), text(report.nextStep()));
        gates(out);
        findings(out);
        questions(out);
        decisions(out);
        preview(out);
        launches(out);
        ledger(out);
        return out.toString();
    }

    private void gates(Markdown out) {
        out.heading(2, words.label("gates"));
        for (Validation.GateState gate : report.gates()) {
            out.heading(3, words.of(gate.gate()));
            out.paragraph(words.label(gate.open() ? "open" : "closed"));
            out.table(
                    words.labels("clause", "rule", "holds", "failsOn", "cure"),
                    gate.clauses().stream()
                            .map(clause -> List.of(
                                    code(clause.id()),
                                    text(clause.rule()),
                                    words.yesOrNo(clause.holds()),
                                    clause.subjects().stream()
                                            .map(Markdown::code)
                                            .collect(Collectors.joining(", ")),
                                    clause.holds() ? "" : text(clause.cure())))
                            .toList());
        }
    }

    private void findings(Markdown out) {
        out.heading(2, words.label("findings"));
        table(
                out,
                words.labels("severity", "status", "about", "message", "cure", "code", "found", "accepted"),
                report.findings().stream()
                        .map(finding -> List.of(
                                words.of(finding.severity()),
                                join(words.of(finding.status()), time(finding.resolvedAt())),
                                join(words.of(finding.target()), code(or(finding.about()))),
                                text(finding.message()),
                                text(finding.cure()),
                                code(finding.code()),
                                time(finding.foundAt()),
                                finding.acceptedBy() == null
                                        ? ""
                                        : join(
                                                code(finding.acceptedBy().value()),
                                                time(finding.acceptedAt()),
                                                text(or(finding.acceptedWhy())))))
                        .toList());
    }

    private void questions(Markdown out) {
        out.heading(2, words.label("questions"));
        table(
                out,
                words.labels("question", "text", "why", "blocks", "where"),
                report.questions().stream()
                        .map(question -> List.of(
                                code(question.id().value()),
                                text(question.text()),
                                text(question.why()),
                                words.yesOrNo(question.blocking()),
                                where(question)))
                        .toList());
    }

    /** Asked now, waiting, or set aside: by whom, when, and with what note. */
    private String where(Validation.OpenQuestion question) {
        Validation.Aside aside = question.setAside();
        if (aside == null) {
            return words.label(question.active() ? "asked" : "waiting");
        }
        return join(words.of(aside.reason()), code(aside.by().value()), time(aside.at()), text(aside.note()));
    }

    private void decisions(Markdown out) {
        out.heading(2, words.label("decisions"));
        table(
                out,
                words.labels("when", "who", "about", "which", "decision", "text"),
                report.decisions().stream()
                        .map(each -> List.of(
                                time(each.at()),
                                code(each.by().value()),
                                words.named("Kind", each.kind().name()),
                                code(each.about()),
                                decision(each),
                                text(or(each.text()))))
                        .toList());
    }

    private String decision(Validation.Decision decision) {
        String kind =
                switch (decision.kind()) {
                    case FIELD -> "Decision";
                    case MAPPING -> "MappingStatus";
                    case VALUE -> "Origin";
                    case FINDING -> "FindingStatus";
                    case RECOVERY, ANSWER, LAUNCH, FEEDBACK -> "Done";
                };
        return words.named(kind, decision.decision());
    }

    private void preview(Markdown out) {
        out.heading(2, words.label("preview"));
        Validation.Preview preview = report.preview();
        if (preview == null) {
            out.paragraph(words.label("none"));
            return;
        }
        out.item(words.label("id"), code(preview.id().value()));
        out.item(words.label("status"), words.of(preview.status()));
        out.item(words.label("current"), words.yesOrNo(preview.current()));
        out.item(words.label("channel"), code(or(preview.channel())));
        out.item(words.label("fingerprint"), code(preview.fingerprint()));
        out.item(words.label("sqlHash"), code(or(preview.sqlHash())));
        out.item(words.label("decided"), join(code(preview.requestedBy().value()), time(preview.requestedAt())));
        out.item(words.label("validUntil"), time(preview.validUntil()));
        preview.diagnostics().forEach(each -> out.item(words.label("diagnostic"), diagnostic(each)));
        if (preview.sql() != null) {
            out.block("sql", preview.sql());
        }
    }

    private void launches(Markdown out) {
        out.heading(2, words.label("launches"));
        table(
                out,
                words.labels(
                        "id", "when", "who", "manual", "outcome", "reference", "fingerprint", "sqlHash", "diagnostic"),
                report.launches().stream()
                        .map(launch -> List.of(
                                code(launch.id().value()) + ", " + code(launch.clientId()),
                                time(launch.at()),
                                code(launch.by().value()),
                                words.yesOrNo(launch.manual()),
                                words.named("Outcome", launch.outcome()),
                                code(or(launch.reference())),
                                code(launch.fingerprint()),
                                code(or(launch.sqlHash())),
                                launch.problem() == null ? "" : diagnostic(launch.problem())))
                        .toList());
    }

    private void ledger(Markdown out) {
        out.heading(2, words.label("ledger"));
        Validation.Ledger ledger = report.ledger();
        out.item(words.label("chain"), code(ledger.chain()));
        out.item(words.label("entries"), Long.toString(ledger.seq()));
        out.item(words.label("head"), code(ledger.hash()));
        String at = ledger.at() == null ? "" : Long.toString(ledger.at());
        out.item(words.label("verdict"), join(words.of(ledger.verdict()), at));
    }

    private static String diagnostic(Validation.Diagnostic diagnostic) {
        return join(code(diagnostic.code()), code(or(diagnostic.about()))) + ": " + text(diagnostic.message()) + " "
                + text(diagnostic.cure());
    }

    private void table(Markdown out, List<String> heads, List<List<String>> rows) {
        if (rows.isEmpty()) {
            out.paragraph(words.label("none"));
        } else {
            out.table(heads, rows);
        }
    }

    private static String time(@Nullable Instant at) {
        return Objects.toString(at, "");
    }

    private static String join(String... parts) {
        return List.of(parts).stream().filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
    }

    private static String or(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
