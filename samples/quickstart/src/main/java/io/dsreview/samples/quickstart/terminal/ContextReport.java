package io.dsreview.samples.quickstart.terminal;

import io.dsreview.api.error.ProblemText;
import io.dsreview.api.mapping.ImportedFilter;
import io.dsreview.api.mapping.TemplateVariable;
import io.dsreview.api.superset.RecoveredContext;
import io.dsreview.api.superset.RecoveredDataset;
import io.dsreview.api.superset.RecoveryItem;
import io.dsreview.api.superset.RecoveryItem.State;
import io.dsreview.api.superset.UrlParameter;
import java.util.ArrayList;
import java.util.List;

/**
 * Shows what a link means, as a table.
 *
 * @param screen where
 * @param phrases its words
 */
public record ContextReport(Screen screen, Phrases phrases) {

    /**
     * Shows it.
     *
     * @param context what the link means
     */
    public void print(RecoveredContext context) {
        screen.say(phrases.get(
                "context",
                "kind",
                phrases.word(context.kind()),
                "title",
                context.title(),
                "charts",
                context.charts().size()));
        List<List<String>> rows = new ArrayList<>();
        for (RecoveredDataset dataset : context.datasets()) {
            rows.add(row("dataset", dataset.reference().name(), kind(dataset), ""));
            for (TemplateVariable variable : dataset.variables()) {
                rows.add(row(
                        "variable",
                        variable.kind().prefix() + "('" + variable.name() + "')",
                        need(variable),
                        phrases.get(
                                "context.template",
                                "dataset",
                                dataset.reference().name())));
            }
        }
        for (ImportedFilter filter : context.filters()) {
            String value = filter.value().isEmpty() ? phrases.get("context.empty") : Wording.words(filter.value());
            rows.add(row("filter", filter.name(), value, phrases.word(filter.origin())));
        }
        for (UrlParameter parameter : context.urlParameters()) {
            rows.add(row("parameter", parameter.name(), parameter.value(), phrases.word(parameter.origin())));
        }
        if (!rows.isEmpty()) {
            screen.table(
                    List.of(
                            phrases.get("column.what"),
                            phrases.get("column.name"),
                            phrases.get("column.value"),
                            phrases.get("column.from")),
                    rows);
        }
        summary(context);
    }

    private List<String> row(String what, String name, String value, String from) {
        return List.of(phrases.get("context." + what), name, value, from);
    }

    private String kind(RecoveredDataset dataset) {
        return phrases.get(
                dataset.virtual() ? "context.virtual" : "context.table",
                "columns",
                dataset.columns().size());
    }

    private String need(TemplateVariable variable) {
        if (variable.required()) {
            return phrases.get("context.required");
        }
        return variable.defaultValue() == null
                ? phrases.get("context.optional")
                : phrases.get("context.default", "value", variable.defaultValue());
    }

    private void summary(RecoveredContext context) {
        screen.done(phrases.get(
                "context.recovered",
                "recovered",
                context.summary().count(State.RECOVERED),
                "partial",
                context.summary().count(State.PARTIAL),
                "unresolved",
                context.summary().count(State.UNRESOLVED)));
        for (RecoveryItem item : context.summary().items()) {
            if (item.state() != State.RECOVERED) {
                screen.refused(phrases.word(item.state()) + ": " + phrases.word(item.kind()) + " " + item.name());
                if (item.why() != null) {
                    screen.cure(ProblemText.of(item.why(), phrases.locale()).toString());
                }
            }
        }
    }
}
