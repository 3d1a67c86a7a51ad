package io.dsreview.core.export;

import static io.dsreview.core.export.Markdown.code;
import static io.dsreview.core.export.Markdown.text;

import io.dsreview.api.mapping.FilterCondition;
import io.dsreview.api.mapping.FilterScalar;
import io.dsreview.api.mapping.FilterValue;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes how filters reach the query: where each value goes, as what it arrives, why, what of it is lost, and who decided.
 *
 * @param filters the filters with their mappings
 * @param words the words of the document's language
 */
record FilterMarkdown(List<Documentation.Filter> filters, ReportWords words) {

    void write(Markdown out) {
        List<List<String>> ways = new ArrayList<>();
        List<List<String>> grounds = new ArrayList<>();
        for (Documentation.Filter filter : filters) {
            for (Documentation.Mapping mapping : filter.mappings()) {
                ways.add(way(filter, mapping));
                grounds.add(ground(filter, mapping));
            }
        }
        if (!ways.isEmpty()) {
            out.heading(3, words.label("mappings"));
            out.table(words.labels("filter", "target", "value", "arriving", "overridden", "status", "decided"), ways);
            out.heading(3, words.label("grounds"));
            out.table(words.labels("filter", "target", "reasons", "lost"), grounds);
        }
    }

    private List<String> way(Documentation.Filter filter, Documentation.Mapping mapping) {
        return List.of(
                code(filter.id().value()),
                code(mapping.target()),
                value(mapping.value()),
                mapping.arriving().equals(mapping.value()) ? words.label("unchanged") : value(mapping.arriving()),
                words.yesOrNo(mapping.overridden()),
                words.of(mapping.status()),
                DocumentationMarkdown.who(mapping.by(), mapping.at()));
    }

    private List<String> ground(Documentation.Filter filter, Documentation.Mapping mapping) {
        return List.of(
                code(filter.id().value()),
                code(mapping.target()),
                mapping.reasons().stream().map(Markdown::text).collect(Collectors.joining(" ")),
                mapping.losses().stream().map(FilterMarkdown::loss).collect(Collectors.joining("; ")));
    }

    private static String loss(Documentation.Loss loss) {
        return code(loss.code()) + ": " + text(loss.message()) + " " + text(loss.cure());
    }

    /** The conditions and times of a value, as code. */
    static String value(FilterValue value) {
        List<String> parts = new ArrayList<>();
        for (FilterCondition condition : value.conditions()) {
            String values =
                    condition.values().stream().map(FilterMarkdown::scalar).collect(Collectors.joining(", "));
            parts.add(code(condition.column().value()) + " " + code(condition.operator()) + " " + values);
        }
        for (String part : new @Nullable String[] {value.timeRange(), value.timeGrain(), value.timeColumn()}) {
            if (part != null) {
                parts.add(code(part));
            }
        }
        return String.join("; ", parts);
    }

    private static String scalar(FilterScalar scalar) {
        return switch (scalar.type()) {
            case TEXT -> code("\"" + scalar.text() + "\"");
            case NUMBER, BOOLEAN -> code(scalar.text());
            case NULL -> "NULL";
        };
    }
}
