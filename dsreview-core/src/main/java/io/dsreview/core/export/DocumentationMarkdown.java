package io.dsreview.core.export;

import static io.dsreview.core.export.Markdown.code;
import static io.dsreview.core.export.Markdown.text;

import io.dsreview.api.id.UserId;
import io.dsreview.api.semantic.FieldMeaning;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes a documentation as Markdown.
 *
 * @param document the documentation
 * @param words the words of its language
 */
record DocumentationMarkdown(Documentation document, ReportWords words) {

    /** A few sentences. */
    private static final int USUAL_LENGTH = 256;

    String write() {
        Markdown out = new Markdown();
        out.heading(1, words.label("documentation"));
        document.summary().forEach(out::sentence);
        origin(out);
        fields(out);
        candidates(out);
        filters(out);
        variables(out);
        sources(out);
        target(out);
        missing(out);
        return out.toString();
    }

    private void origin(Markdown out) {
        out.heading(2, words.label("origin"));
        SessionMarkdown.write(document.session(), words, out);
        Documentation.Source source = document.source();
        out.item(words.label("environment"), code(source.environment().value()));
        out.item(words.label("link"), code(source.link()));
        out.item(
                words.label("shows"),
                join(
                        source.kind() == null
                                ? ""
                                : words.named("Shows", source.kind().name()),
                        text(or(source.title()))));
        out.item(words.label("superset"), code(or(source.supersetVersion())));
        Documentation.Dataset dataset = document.dataset();
        if (dataset != null) {
            out.item(
                    words.label("dataset"),
                    text(dataset.reference().name()) + " ("
                            + dataset.reference().id() + ")");
            out.item(words.label("description"), text(dataset.description()));
            out.item(words.label("virtual"), words.yesOrNo(dataset.virtual()));
            out.item(words.label("database"), Long.toString(dataset.reference().databaseId()));
            out.item(words.label("schema"), code(or(dataset.reference().schema())));
            out.item(words.label("timeColumn"), code(or(dataset.reference().timeColumn())));
            out.item(words.label("revision"), code(dataset.revision()));
            out.item(words.label("identity"), code(dataset.supersetIdentity()));
        }
    }

    private void fields(Markdown out) {
        out.heading(2, words.label("fields"));
        if (document.fields().isEmpty()) {
            out.paragraph(words.label("none"));
            return;
        }
        out.head(words.labels(
                "field", "type", "name", "description", "format", "pii", "trust", "decided", "provenance"));
        for (Documentation.Field field : document.fields()) {
            FieldMeaning meaning = field.meaning();
            out.row(List.of(
                    code(field.name().value()),
                    type(field),
                    meaning == null ? "" : text(meaning.verboseName()),
                    meaning == null ? "" : text(meaning.description()),
                    meaning == null ? "" : shown(meaning),
                    meaning == null ? "" : words.of(meaning.pii()),
                    words.of(field.trust()) + (field.locked() ? ", " + words.label("locked") : ""),
                    join(
                            words.named("Decision", field.decision().kind().name()),
                            who(field.decision().by(), field.decision().at())),
                    field.provenance() == null ? "" : provenance(field.provenance())));
        }
    }

    private String type(Documentation.Field field) {
        String type = code(or(field.type()));
        String temporal = Boolean.TRUE.equals(field.temporal()) ? words.label("temporal") : "";
        String calculated = Boolean.TRUE.equals(field.calculated()) ? words.label("calculated") : "";
        return join(type, temporal, calculated);
    }

    private static String shown(FieldMeaning meaning) {
        String pattern = meaning.format() == null ? "" : code(meaning.format().pattern());
        return join(pattern, text(meaning.unit()));
    }

    private String provenance(Documentation.Provenance provenance) {
        String from = join(
                code(provenance.source()),
                code(provenance.version().substring(0, 8)),
                words.of(provenance.kind()),
                words.of(provenance.confidence()));
        StringBuilder all = new StringBuilder(USUAL_LENGTH).append(from).append(". ");
        String separator = "";
        for (String sentence : provenance.evidence()) {
            text(sentence, all.append(separator));
            separator = " ";
        }
        return all.toString();
    }

    /** What else was proposed, for the fields that have any other than the one that was taken over. */
    private void candidates(Markdown out) {
        List<Documentation.Field> fields = document.fields().stream()
                .filter(field -> field.candidates().stream().anyMatch(candidate -> !isTakenOver(candidate, field)))
                .toList();
        if (fields.isEmpty()) {
            return;
        }
        out.heading(2, words.label("candidates"));
        out.head(words.labels("field", "name", "description", "format", "pii", "provenance", "rejected"));
        for (Documentation.Field field : fields) {
            for (Documentation.Candidate candidate : field.candidates()) {
                out.row(List.of(
                        code(field.name().value()),
                        text(candidate.meaning().verboseName()),
                        text(candidate.meaning().description()),
                        shown(candidate.meaning()),
                        words.of(candidate.meaning().pii()),
                        provenance(candidate.provenance()),
                        who(candidate.rejectedBy(), candidate.rejectedAt())));
            }
        }
    }

    private static boolean isTakenOver(Documentation.Candidate candidate, Documentation.Field field) {
        return candidate.meaning().equals(field.meaning())
                && candidate.provenance().equals(field.provenance());
    }

    private void filters(Markdown out) {
        out.heading(2, words.label("filters"));
        if (document.filters().isEmpty()) {
            out.paragraph(words.label("none"));
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        for (Documentation.Filter filter : document.filters()) {
            rows.add(List.of(
                    code(filter.id().value()),
                    text(filter.name()),
                    words.of(filter.source()),
                    code(filter.type()),
                    filter.column() == null ? "" : code(filter.column().value()),
                    FilterMarkdown.value(filter.value()),
                    words.of(filter.origin()),
                    words.yesOrNo(filter.needsValue()),
                    words.of(filter.trust())));
        }
        out.table(
                words.labels("filter", "name", "source", "type", "column", "value", "valueFrom", "required", "trust"),
                rows);
        new FilterMarkdown(document.filters(), words).write(out);
    }

    private void variables(Markdown out) {
        out.heading(2, words.label("variables"));
        if (document.variables().isEmpty()) {
            out.paragraph(words.label("none"));
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        for (Documentation.Variable variable : document.variables()) {
            rows.add(List.of(
                    code(variable.id().value()),
                    words.yesOrNo(variable.required()),
                    code(or(variable.defaultValue())),
                    code(or(variable.value())),
                    words.of(variable.origin()),
                    words.of(variable.trust()),
                    who(variable.by(), variable.at())));
        }
        out.table(words.labels("variable", "required", "default", "value", "valueFrom", "trust", "decided"), rows);
    }

    private void sources(Markdown out) {
        out.heading(2, words.label("sources"));
        if (document.semanticSources().isEmpty()) {
            out.paragraph(words.label("none"));
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        document.semanticSources().forEach((source, version) -> rows.add(List.of(code(source), code(version))));
        out.table(words.labels("source", "version"), rows);
    }

    private void target(Markdown out) {
        out.heading(2, words.label("willRun"));
        Documentation.Target target = document.target();
        if (target.chart() != null) {
            out.item(words.label("chart"), Long.toString(target.chart()));
        } else {
            String columns = target.columns().stream()
                    .map(column -> code(column.value()))
                    .collect(Collectors.joining(", "));
            out.item(words.label("columns"), columns.isEmpty() ? words.label("all") : columns);
            out.item(words.label("rowLimit"), String.valueOf(target.rowLimit()));
        }
    }

    private void missing(Markdown out) {
        out.heading(2, words.label("missing"));
        if (document.missing().isEmpty()) {
            out.paragraph(words.label("nothing"));
            return;
        }
        out.table(
                words.labels("about", "which", "blocks"),
                document.missing().stream()
                        .map(each -> List.of(words.of(each.target()), code(each.id()), words.yesOrNo(each.blocking())))
                        .toList());
    }

    static String who(@Nullable UserId by, @Nullable Instant at) {
        return by == null || at == null ? "" : code(by.value()) + ", " + at;
    }

    private static String join(String... parts) {
        StringBuilder joined = new StringBuilder();
        for (String part : parts) {
            if (!part.isEmpty()) {
                joined.append(joined.isEmpty() ? "" : ", ").append(part);
            }
        }
        return joined.toString();
    }

    private static String or(@Nullable String text) {
        return text == null ? "" : text;
    }
}
