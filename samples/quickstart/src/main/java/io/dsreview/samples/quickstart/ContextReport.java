package io.dsreview.samples.quickstart;

import io.dsreview.api.error.ProblemText;
import io.dsreview.api.mapping.ImportedFilter;
import io.dsreview.api.mapping.TemplateVariable;
import io.dsreview.api.superset.RecoveredContext;
import io.dsreview.api.superset.RecoveredDataset;
import io.dsreview.api.superset.RecoveryItem;
import io.dsreview.api.superset.RecoveryItem.State;
import io.dsreview.api.superset.UrlParameter;
import io.dsreview.samples.quickstart.terminal.Screen;
import io.dsreview.samples.quickstart.terminal.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Shows what a link means: as a table for a person, or as JSON for a program. */
final class ContextReport {

    private ContextReport() {}

    static void print(RecoveredContext context, Screen screen) {
        screen.say(Wording.word(context.kind()) + " \"" + context.title() + "\" with "
                + context.charts().size() + " chart(s)");
        List<List<String>> rows = new ArrayList<>();
        for (RecoveredDataset dataset : context.datasets()) {
            rows.add(List.of(
                    "dataset",
                    dataset.reference().name(),
                    (dataset.virtual() ? "virtual, " : "table, ")
                            + dataset.columns().size() + " columns",
                    ""));
            for (TemplateVariable variable : dataset.variables()) {
                rows.add(List.of(
                        "variable",
                        variable.kind().prefix() + "('" + variable.name() + "')",
                        need(variable),
                        "template of " + dataset.reference().name()));
            }
        }
        for (ImportedFilter filter : context.filters()) {
            rows.add(List.of("filter", filter.name(), Wording.words(filter.value()), Wording.word(filter.origin())));
        }
        for (UrlParameter parameter : context.urlParameters()) {
            rows.add(List.of("parameter", parameter.name(), parameter.value(), Wording.word(parameter.origin())));
        }
        screen.table(List.of("WHAT", "NAME", "VALUE", "FROM"), rows);
        summary(context, screen);
    }

    private static String need(TemplateVariable variable) {
        if (variable.required()) {
            return "required";
        }
        return variable.defaultValue() == null ? "optional" : "default " + variable.defaultValue();
    }

    private static void summary(RecoveredContext context, Screen screen) {
        screen.done(context.summary().count(State.RECOVERED) + " recovered, "
                + context.summary().count(State.PARTIAL) + " partial, "
                + context.summary().count(State.UNRESOLVED) + " unresolved");
        for (RecoveryItem item : context.summary().items()) {
            if (item.state() != State.RECOVERED) {
                screen.refused(Wording.word(item.state()) + ": " + Wording.word(item.kind()) + " " + item.name());
                if (item.why() != null) {
                    screen.cure(ProblemText.of(item.why(), Locale.ENGLISH).toString());
                }
            }
        }
    }
}
