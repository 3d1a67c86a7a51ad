package io.dsreview.samples.quickstart;

import io.dsreview.api.canonical.JsonText;
import io.dsreview.api.error.Problem;
import io.dsreview.api.error.ProblemText;
import io.dsreview.api.id.FilterId;
import io.dsreview.api.mapping.FilterCondition;
import io.dsreview.api.mapping.FilterOrigin;
import io.dsreview.api.mapping.FilterScalar;
import io.dsreview.api.mapping.FilterValue;
import io.dsreview.api.mapping.ImportedFilter;
import io.dsreview.api.mapping.TemplateField;
import io.dsreview.api.mapping.TemplateVariable;
import io.dsreview.api.mapping.VariableKind;
import io.dsreview.api.superset.RecoveredChart;
import io.dsreview.api.superset.RecoveredContext;
import io.dsreview.api.superset.RecoveredDataset;
import io.dsreview.api.superset.RecoveredQuery;
import io.dsreview.api.superset.RecoveryItem;
import io.dsreview.api.superset.RecoveryItem.State;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a link means, for a program. The schema is described in docs/quickstart-json.md. */
final class ContextJson {

    private ContextJson() {}

    static String of(RecoveredContext context) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("kind", context.kind().name());
        Map<String, @Nullable Object> server = new LinkedHashMap<>();
        server.put("version", context.server().version());
        server.put("templates", context.server().templates());
        json.put("server", server);
        json.put("dashboardId", context.dashboardId());
        json.put("title", context.title());
        json.put("charts", context.charts().stream().map(ContextJson::chart).toList());
        json.put(
                "datasets",
                context.datasets().stream()
                        .map(dataset -> dataset(context, dataset))
                        .toList());
        json.put(
                "filters",
                context.filters().stream()
                        .flatMap(filter -> filters(filter).stream())
                        .toList());
        json.put("variables", variables(context));
        json.put(
                "urlParameters",
                context.urlParameters().stream()
                        .map(parameter -> Map.of(
                                "name", parameter.name(),
                                "value", parameter.value(),
                                "origin", parameter.origin().name()))
                        .toList());
        json.put("query", query(context.query()));
        json.put("partial", items(context, State.PARTIAL));
        json.put("unresolved", items(context, State.UNRESOLVED));
        json.put("problem", null);
        return JsonText.pretty(json);
    }

    /** The answer where there is nothing to show. */
    static String of(Problem problem) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("problem", problem(problem));
        return JsonText.pretty(json);
    }

    static Map<String, @Nullable Object> problem(Problem problem) {
        ProblemText text = ProblemText.of(problem, Locale.ENGLISH);
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("code", problem.code());
        json.put("about", problem.target());
        json.put("message", text.message());
        json.put("cure", text.cure());
        return json;
    }

    private static Map<String, Object> chart(RecoveredChart chart) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", chart.id());
        json.put("name", chart.name());
        json.put("datasetId", chart.datasetId());
        json.put("type", chart.type());
        return json;
    }

    private static Map<String, Object> dataset(RecoveredContext context, RecoveredDataset dataset) {
        long id = dataset.reference().id();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", id);
        json.put("name", dataset.reference().name());
        json.put("virtual", dataset.virtual());
        json.put(
                "usedBy",
                context.charts().stream()
                        .filter(chart -> chart.datasetId() == id)
                        .map(RecoveredChart::id)
                        .toList());
        return json;
    }

    /** One entry for each condition of a filter, and one for a filter that has none. */
    private static List<Map<String, @Nullable Object>> filters(ImportedFilter filter) {
        List<@Nullable FilterCondition> conditions =
                new ArrayList<>(filter.value().conditions());
        if (conditions.isEmpty()) {
            conditions.add(null);
        }
        return conditions.stream().map(condition -> filter(filter, condition)).toList();
    }

    private static Map<String, @Nullable Object> filter(ImportedFilter filter, @Nullable FilterCondition condition) {
        FilterValue value = filter.value();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", filter.id().value());
        json.put("name", filter.name());
        json.put("type", filter.type());
        json.put("source", filter.source().name());
        json.put("datasetId", filter.datasetId());
        json.put("column", column(filter, condition));
        json.put("op", condition == null ? null : condition.operator());
        json.put("values", condition == null ? List.of() : values(condition));
        json.put("timeRange", value.timeRange());
        json.put("timeGrain", value.timeGrain());
        json.put("timeColumn", value.timeColumn());
        json.put(
                "origin",
                filter.origin() == FilterOrigin.NONE ? null : filter.origin().name());
        json.put("chartIds", List.copyOf(filter.charts()));
        json.put("required", filter.needsValue());
        json.put("parents", filter.parents().stream().map(FilterId::value).toList());
        return json;
    }

    private static @Nullable String column(ImportedFilter filter, @Nullable FilterCondition condition) {
        if (condition != null) {
            return condition.column().value();
        }
        return filter.column() == null ? null : filter.column().value();
    }

    private static List<@Nullable Object> values(FilterCondition condition) {
        List<@Nullable Object> values = new ArrayList<>();
        condition.values().forEach(scalar -> values.add(scalar(scalar)));
        return values;
    }

    private static @Nullable Object scalar(FilterScalar scalar) {
        return switch (scalar.type()) {
            case TEXT -> scalar.text();
            case NUMBER -> new BigDecimal(scalar.text());
            case BOOLEAN -> Boolean.valueOf(scalar.text());
            case NULL -> null;
        };
    }

    private static List<Map<String, @Nullable Object>> variables(RecoveredContext context) {
        List<Map<String, @Nullable Object>> all = new ArrayList<>();
        for (RecoveredDataset dataset : context.datasets()) {
            dataset.variables().forEach(variable -> all.add(variable(context, dataset, variable)));
        }
        RecoveredQuery query = context.query();
        if (query != null) {
            query.variables().forEach(variable -> all.add(variable(context, null, variable)));
        }
        return all;
    }

    /** A value and where it comes from. */
    private record Sourced(@Nullable Object value, @Nullable String origin) {}

    private static Map<String, @Nullable Object> variable(
            RecoveredContext context, @Nullable RecoveredDataset dataset, TemplateVariable variable) {
        Sourced value = value(context, dataset, variable);
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("datasetId", dataset == null ? null : dataset.reference().id());
        json.put("name", variable.name());
        json.put("kind", variable.kind().name());
        json.put("required", variable.required());
        json.put("defaultValue", defaultValue(variable));
        json.put("value", value.value());
        json.put("origin", value.origin());
        json.put("fields", variable.fields().stream().map(ContextJson::field).toList());
        json.put("conditions", variable.conditions());
        return json;
    }

    private static String field(TemplateField field) {
        String kind = field.kind().name();
        return field.name().isEmpty() ? kind : kind + " " + field.name();
    }

    private static Sourced value(
            RecoveredContext context, @Nullable RecoveredDataset dataset, TemplateVariable variable) {
        Optional<Sourced> given = Optional.empty();
        RecoveredQuery query = context.query();
        if (variable.kind() == VariableKind.URL_PARAM) {
            given = context.urlParameters().stream()
                    .filter(parameter -> parameter.name().equals(variable.name()))
                    .findFirst()
                    .map(parameter ->
                            new Sourced(parameter.value(), parameter.origin().name()));
        } else if (variable.kind().readsFilters() && dataset != null) {
            given = filtered(context, dataset, variable.name());
        } else if (query != null && query.parameters().containsKey(variable.name())) {
            given = Optional.of(new Sourced(query.parameters().get(variable.name()), "SAVED_STATE"));
        }
        return given.orElseGet(() -> variable.defaultValue() == null
                ? new Sourced(null, null)
                : new Sourced(defaultValue(variable), FilterOrigin.DEFAULT.name()));
    }

    /** The default of a macro that reads filters may be a list, which it holds as JSON. */
    private static @Nullable Object defaultValue(TemplateVariable variable) {
        String text = variable.defaultValue();
        return text != null && variable.kind().readsFilters() && text.startsWith("[") ? JsonText.parse(text) : text;
    }

    private static Optional<Sourced> filtered(RecoveredContext context, RecoveredDataset dataset, String column) {
        for (ImportedFilter filter : context.filters()) {
            boolean reaches = context.charts().stream()
                    .anyMatch(chart -> chart.datasetId() == dataset.reference().id()
                            && filter.charts().contains(chart.id()));
            for (FilterCondition condition : filter.value().conditions()) {
                if (reaches && condition.column().value().equals(column)) {
                    return Optional.of(
                            new Sourced(values(condition), filter.origin().name()));
                }
            }
        }
        return Optional.empty();
    }

    private static @Nullable Map<String, @Nullable Object> query(@Nullable RecoveredQuery query) {
        if (query == null) {
            return null;
        }
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("name", query.name());
        json.put("sql", query.sql());
        json.put("databaseId", query.databaseId());
        json.put("catalog", query.catalog());
        json.put("schema", query.schema());
        json.put("parameters", query.parameters());
        return json;
    }

    private static List<Map<String, @Nullable Object>> items(RecoveredContext context, State state) {
        return context.summary().items().stream()
                .filter(item -> item.state() == state)
                .map(ContextJson::item)
                .toList();
    }

    private static Map<String, @Nullable Object> item(RecoveryItem item) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("item", item.id().value());
        json.put("kind", item.kind().name());
        json.put("name", item.name());
        json.put("datasetId", item.datasetId());
        json.put("required", item.required());
        Problem why = item.why();
        json.put("why", why == null ? null : ProblemText.of(why, Locale.ENGLISH).message());
        json.put("code", why == null ? null : why.code());
        json.put(
                "cure", why == null ? null : ProblemText.of(why, Locale.ENGLISH).cure());
        return json;
    }
}
