package io.dsreview.live;

import io.dsreview.api.mapping.FilterCondition;
import io.dsreview.api.mapping.FilterValue;
import io.dsreview.api.mapping.ImportedFilter;
import io.dsreview.api.mapping.TemplateField;
import io.dsreview.api.mapping.TemplateVariable;
import io.dsreview.api.mapping.VariableKind;
import io.dsreview.api.superset.RecoveredContext;
import io.dsreview.api.superset.RecoveredContext.Kind;
import io.dsreview.api.superset.RecoveredDataset;
import io.dsreview.api.superset.RecoveredQuery;
import io.dsreview.api.superset.RecoveryItem;
import io.dsreview.api.superset.RecoveryItem.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;

/** What dsreview says of one link, as items. */
final class Told {

    /** What is in doubt where nothing at all was recovered. */
    static final String LINK = "link";

    static final String REFUSED = "none that could be reviewed";

    private final RecoveredContext context;
    private final Items items = new Items();

    private Told(RecoveredContext context) {
        this.context = context;
    }

    static Items of(Outcome outcome, Object expectedKind) {
        if (outcome.context().isPresent()) {
            return new Told(outcome.context().get()).items();
        }
        Items items = new Items();
        items.say("kind", outcome.asked() ? expectedKind : REFUSED);
        if (outcome.asked()) {
            String code = outcome.problem().orElseThrow().code();
            if (Doubt.SESSION_ONLY.isSaidBy(code)) {
                items.doubt("state state", code);
            } else {
                items.say("found", !Doubt.NOT_FOUND.isSaidBy(code));
                items.doubt(LINK, code);
            }
        }
        return items;
    }

    private Items items() {
        items.say("kind", context.kind());
        items.say("found", context.summary().items().stream().noneMatch(this::isMissingSubject));
        if (context.dashboardId() != null) {
            items.say("dashboard", context.dashboardId(), context.title());
        }
        context.charts().forEach(chart -> {
            String key = "chart " + chart.id();
            if (context.kind() == Kind.DASHBOARD) {
                items.say(key, chart.datasetId(), chart.name());
            } else {
                items.say(key, chart.datasetId());
            }
        });
        context.datasets()
                .forEach(dataset ->
                        items.say("dataset " + id(dataset), dataset.reference().name(), usedBy(dataset)));
        context.filters().forEach(this::filter);
        context.urlParameters().forEach(each -> items.say("parameter " + each.name(), each.value(), each.origin()));
        context.datasets().forEach(dataset -> dataset.variables().forEach(each -> variable(dataset, each)));
        if (context.query() != null) {
            query(context.query());
        }
        context.summary().items().stream()
                .filter(item -> item.state() != State.RECOVERED && !isMissingSubject(item))
                .forEach(this::doubt);
        return items;
    }

    /** The one thing that a link to a chart or dataset is about. */
    private boolean isMissingSubject(RecoveryItem item) {
        boolean subject = item.kind() == RecoveryItem.Kind.CHART || item.kind() == RecoveryItem.Kind.DATASET;
        return context.kind() != Kind.DASHBOARD && subject && item.state() == State.UNRESOLVED && item.required();
    }

    private List<String> usedBy(RecoveredDataset dataset) {
        List<String> usedBy = new ArrayList<>();
        if (context.charts().stream().anyMatch(chart -> chart.datasetId() == id(dataset))) {
            usedBy.add("CHART");
        }
        boolean drawnUnsaved = context.kind() == Kind.CHART && context.charts().isEmpty();
        if (drawnUnsaved) {
            usedBy.add("CHART");
        }
        boolean filtered = context.filters().stream()
                .filter(filter -> filter.source() == ImportedFilter.Source.NATIVE)
                .anyMatch(filter -> Objects.equals(filter.datasetId(), id(dataset)));
        if (filtered) {
            usedBy.add("FILTER");
        }
        return usedBy;
    }

    private void filter(ImportedFilter filter) {
        String value = value(filter.value());
        switch (filter.source()) {
            case AD_HOC -> items.say("condition on " + name(filter), value, filter.origin());
            case CROSS_FILTER -> items.say("click in " + filter.id().value(), value, filter.origin(), filter.charts());
            case NATIVE ->
                items.say(
                        "filter " + filter.id().value(),
                        filter.name(),
                        filter.type(),
                        filter.datasetId(),
                        name(filter),
                        value,
                        filter.origin(),
                        filter.charts(),
                        filter.parents().stream().map(each -> each.value()).toList());
        }
    }

    private static String name(ImportedFilter filter) {
        return filter.column() == null ? "null" : filter.column().value();
    }

    private static String value(FilterValue value) {
        return Items.value(
                value.conditions().stream().map(Told::condition).toList(),
                value.timeRange(),
                value.timeGrain(),
                value.timeColumn());
    }

    static String condition(FilterCondition condition) {
        return Items.condition(
                condition.column().value(),
                condition.operator(),
                condition.values().stream()
                        .map(each -> Items.scalar(each.type(), each.text()))
                        .toList());
    }

    private void variable(RecoveredDataset dataset, TemplateVariable variable) {
        if (!variable.kind().takesValue()) {
            items.say("filled " + id(dataset) + " " + variable.name());
            return;
        }
        GivenValue given = GivenValue.of(context, dataset, variable);
        String kind = variable.kind() == VariableKind.GET_TIME_FILTER
                ? "TIME_FILTER"
                : variable.kind().name();
        items.say(
                "variable " + id(dataset) + " " + kind + " " + variable.name(),
                String.join(", ", variable.fields().stream().map(Told::words).toList()),
                variable.required() ? "required" : "optional",
                Items.plain(variable.defaultValue()),
                variable.kind() == VariableKind.GET_FILTERS ? given.value() : Items.plain(given.value()),
                given.origin());
    }

    private static String words(TemplateField field) {
        return (field.kind().name().toLowerCase(Locale.ROOT) + " " + field.name()).strip();
    }

    private void query(RecoveredQuery query) {
        say("name", query.name().isEmpty() ? null : query.name());
        say("sql", query.sql());
        say("database", query.databaseId());
        say("schema", query.schema());
        say("templateParameters", query.parameters().isEmpty() ? null : query.parameters());
        TreeSet<String> missing = new TreeSet<>();
        query.variables().stream()
                .filter(TemplateVariable::required)
                .map(TemplateVariable::name)
                .filter(name -> !query.parameters().containsKey(name))
                .forEach(missing::add);
        say("missing", missing.isEmpty() ? null : missing);
    }

    private void say(String part, Object value) {
        if (value != null) {
            items.say("query " + part, value);
        }
    }

    private void doubt(RecoveryItem item) {
        String id = item.id().value();
        String name = id.substring(id.indexOf(':') + 1);
        String about =
                switch (item.kind()) {
                    case TEMPLATE, VARIABLE -> "template " + item.datasetId();
                    case QUERY -> "query ";
                    case STATE -> "state " + id;
                    case FILTER -> "filter " + (name.startsWith("adhoc-") ? "adhoc_filters" : name);
                    default -> item.kind().name().toLowerCase(Locale.ROOT) + " " + name;
                };
        items.doubt(about, Objects.requireNonNull(item.why()).code());
    }

    private static long id(RecoveredDataset dataset) {
        return dataset.reference().id();
    }
}
