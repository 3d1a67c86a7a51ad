package io.dsreview.superset.context;

import io.dsreview.api.error.Problem;
import io.dsreview.api.superset.RecoveryItem.Kind;
import io.dsreview.superset.dataset.DatasetDefinition;
import io.dsreview.superset.error.SupersetErrorCode;
import io.dsreview.superset.http.Json;
import io.dsreview.superset.jinja.TemplateReader;
import io.dsreview.superset.jinja.TemplateReading;
import io.dsreview.superset.jinja.UnresolvedName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the templates of a dataset ask for, in every field of it that reaches a query. */
final class DatasetTemplates {

    private DatasetTemplates() {}

    static TemplateReading read(DatasetDefinition dataset, Items items) {
        long id = dataset.reference().id();
        Set<String> given = Json.parse(dataset.templateParameters()).members().keySet();
        List<TemplateReading> readings = new ArrayList<>();
        fields(dataset).forEach((field, template) -> {
            TemplateReading reading = TemplateReader.read(template, given);
            readings.add(reading);
            reading.unresolved().forEach(name -> unresolved(id, field, name, items));
        });
        TemplateReading all = TemplateReading.all(readings);
        all.variables()
                .forEach(variable -> items.recovered(
                        Kind.VARIABLE,
                        "variable:" + id + ":",
                        variable.id().value(),
                        SafeText.shown(variable.name(), "variable"),
                        id));
        given.forEach(name -> items.recovered(
                Kind.VARIABLE, "variable:" + id + ":template_params:", name, SafeText.shown(name, "parameter"), id));
        return all;
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
                code(name.kind()),
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

    private static SupersetErrorCode code(UnresolvedName.Kind kind) {
        return switch (kind) {
            case MACRO -> SupersetErrorCode.RECOVERY_TEMPLATE_MACRO;
            case VARIABLE -> SupersetErrorCode.RECOVERY_TEMPLATE_NAME;
            case ARGUMENT -> SupersetErrorCode.RECOVERY_TEMPLATE_ARGUMENT;
            case SYNTAX -> SupersetErrorCode.RECOVERY_TEMPLATE_SYNTAX;
        };
    }
}
