package io.dsreview.superset.context;

import io.dsreview.api.error.Problem;
import io.dsreview.api.mapping.TemplateField;
import io.dsreview.api.superset.RecoveredQuery;
import io.dsreview.api.superset.RecoveryItem.Kind;
import io.dsreview.superset.error.SupersetErrorCode;
import io.dsreview.superset.template.DatasetTemplates;
import io.dsreview.superset.template.TemplateDoubt;
import io.dsreview.superset.template.TemplateNeeds;
import io.dsreview.superset.template.TemplateSetting;
import io.dsreview.superset.text.SafeText;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the SQL of a link into SQL Lab needs. */
final class QueryNeeds {

    private static final String PREFIX = "query";

    private QueryNeeds() {}

    static RecoveredQuery read(QueryWire query, Gathered gathered, Items items) {
        TemplateNeeds needs = DatasetTemplates.read(
                query.sql(),
                TemplateField.of(TemplateField.Kind.SQL),
                new TemplateSetting(Map.of(), gathered.capabilities().behavesLike(), gathered.siteNames()));
        String shown = SafeText.shown(query.name(), "query");
        if (query.databaseId() == null) {
            Problem why = Problem.of(SupersetErrorCode.RECOVERY_QUERY_WITHOUT_DATABASE);
            items.partial(Kind.QUERY, PREFIX, "", shown, null, false, why);
        } else if (!query.parametersTold() && !needs.variables().isEmpty()) {
            Problem why = Problem.of(SupersetErrorCode.RECOVERY_QUERY_PARAMETERS_UNTOLD);
            items.partial(Kind.QUERY, PREFIX, "", shown, null, false, why);
        } else {
            items.recovered(Kind.QUERY, PREFIX, "", shown, null);
        }
        for (TemplateDoubt doubt : needs.doubts()) {
            String name = SafeText.shown(doubt.name(), "template");
            items.unresolvedOnce(Kind.TEMPLATE, "template:query:", doubt.key(), name, null, doubt.problem());
        }
        Map<String, String> parameters = parameters(query);
        needs.variables()
                .forEach(variable -> items.variable(
                        "variable:query:",
                        variable,
                        null,
                        !query.parametersTold() || parameters.containsKey(variable.name())));
        return new RecoveredQuery(
                SafeText.shown(query.name(), ""),
                SafeText.isValue(query.sql()) ? query.sql() : SafeText.described(query.sql()),
                query.databaseId(),
                query.catalog(),
                query.schema(),
                parameters,
                needs.variables());
    }

    private static Map<String, String> parameters(QueryWire query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        query.parameters().members().forEach((name, value) -> {
            String text = value.asText();
            if (text != null && SafeText.isIdentifier(name) && SafeText.isValue(text)) {
                parameters.put(name, text);
            }
        });
        return parameters;
    }
}
