package io.dsreview.superset.context;

import io.dsreview.api.error.Problem;
import io.dsreview.api.mapping.TemplateVariable.Macro;
import io.dsreview.api.superset.RecoveryItem.Kind;
import io.dsreview.superset.dataset.DatasetDefinition;
import io.dsreview.superset.error.SupersetErrorCode;
import io.dsreview.superset.http.Json;
import io.dsreview.superset.jinja.TemplateReader;
import io.dsreview.superset.jinja.TemplateReading;
import io.dsreview.superset.jinja.UnresolvedName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the templates of a dataset ask for, in every field of it that reaches a query. Immutable. */
final class DatasetTemplates {

    /** Macros through which the value of any filter can get into a query, in ways that are not followed. */
    private static final Set<String> WAYS_OF_FILTERS =
            Set.of(Macro.FILTER_VALUES.jinja(), "get_filters", "get_time_filter", "dataset", "metric");

    private final long id;
    private final Set<String> given;
    private final Map<String, TemplateReading> fields = new LinkedHashMap<>();
    private final TemplateReading all;

    private DatasetTemplates(DatasetDefinition dataset) {
        id = dataset.reference().id();
        given = Json.parse(dataset.templateParameters()).members().keySet();
        fields(dataset).forEach((field, template) -> fields.put(field, TemplateReader.read(template, given)));
        all = TemplateReading.all(List.copyOf(fields.values()));
    }

    static DatasetTemplates of(DatasetDefinition dataset) {
        return new DatasetTemplates(dataset);
    }

    TemplateReading reading() {
        return all;
    }

    /** Tells whether they ask for the values of the filters on a column. */
    boolean askFor(String column) {
        return all.variables().stream()
                .anyMatch(variable -> variable.macro() == Macro.FILTER_VALUES
                        && variable.name().equals(column));
    }

    /** As {@link #askFor}, or they ask for something that is not known and may be these values. */
    boolean mayAskFor(String column) {
        return askFor(column)
                || all.unresolved().stream()
                        .anyMatch(each ->
                                each.kind() == UnresolvedName.Kind.SYNTAX || WAYS_OF_FILTERS.contains(each.name()));
    }

    /** Adds an item for each thing that they ask for. */
    void list(Items items) {
        fields.forEach((field, reading) -> reading.unresolved().forEach(name -> unresolved(id, field, name, items)));
        all.variables()
                .forEach(variable -> items.recovered(
                        Kind.VARIABLE,
                        "variable:" + id + ":",
                        variable.id().value(),
                        SafeText.shown(variable.name(), "variable"),
                        id));
        given.forEach(name -> items.recovered(
                Kind.VARIABLE, "variable:" + id + ":template_params:", name, SafeText.shown(name, "parameter"), id));
    }

    private static Map<String, String> fields(DatasetDefinition dataset) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("sql", dataset.sql());
        dataset.columns().forEach(column -> fields.put("column " + column.name(), column.expression()));
        dataset.metrics().forEach(metric -> fields.put("metric " + metric.name(), metric.expression()));
        fields.put("fetch_values_predicate", dataset.fetchValuesPredicate());
        fields.values().removeIf(template -> template.indexOf('{') < 0);
        return fields;
    }

    private static void unresolved(long dataset, String field, UnresolvedName name, Items items) {
        String shown = SafeText.shown(name.name(), "template");
        Problem why = Problem.of(
                code(name),
                "name",
                shown,
                "field",
                SafeText.shown(field, "template"),
                "line",
                String.valueOf(name.line()),
                "column",
                String.valueOf(name.column()));
        String id = name.kind() == UnresolvedName.Kind.SYNTAX
                ? "syntax:" + field + ":" + name.line() + ":" + name.column()
                : name.name();
        items.unresolvedOnce(Kind.TEMPLATE, "template:" + dataset + ":", id, shown, dataset, why);
    }

    private static SupersetErrorCode code(UnresolvedName name) {
        return switch (name.kind()) {
            case MACRO -> SupersetErrorCode.RECOVERY_TEMPLATE_MACRO;
            case VARIABLE ->
                SupersetNames.isDefined(name.name())
                        ? SupersetErrorCode.RECOVERY_TEMPLATE_MACRO
                        : SupersetErrorCode.RECOVERY_TEMPLATE_NAME;
            case ARGUMENT -> SupersetErrorCode.RECOVERY_TEMPLATE_ARGUMENT;
            case SYNTAX -> SupersetErrorCode.RECOVERY_TEMPLATE_SYNTAX;
        };
    }
}
