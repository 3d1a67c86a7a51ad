package io.dsreview.superset.compile;

import io.dsreview.api.error.Problem;
import io.dsreview.api.execution.EffectiveInputs;
import io.dsreview.api.mapping.FilterScalar;
import io.dsreview.api.mapping.TemplateField;
import io.dsreview.api.mapping.TemplateVariable;
import io.dsreview.api.mapping.VariableKind;
import io.dsreview.superset.capability.SupersetCapabilities;
import io.dsreview.superset.chart.ChartQuery;
import io.dsreview.superset.dataset.DatasetDefinition;
import io.dsreview.superset.error.SupersetErrorCode;
import io.dsreview.superset.http.Json;
import io.dsreview.superset.template.DatasetTemplates;
import io.dsreview.superset.template.TemplateNeeds;
import io.dsreview.superset.template.TemplateSetting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The values of plain variables, as far as they reach the target and are not what is stored with the dataset anyway. Only
 * SQL Lab's formatter takes them, and puts them in as they are, so that a value which could end a text or begin a comment
 * is refused.
 */
final class TemplateValues {

    private static final Pattern UNSAFE = Pattern.compile("['\"`\\\\;]|--|/\\*|\\*/|\\{[{%#]|\\p{Cntrl}");
    private static final Pattern BRACES = Pattern.compile("\\{[{%#]");

    private static final String NOBODY_ASKS = "dsreview_asks_for_nothing";

    private final EffectiveInputs inputs;
    private final TemplateSetting setting;
    private final TemplateNeeds needs;
    private final Map<String, String> values = new LinkedHashMap<>();

    private TemplateValues(EffectiveInputs inputs, TemplateSetting setting, TemplateNeeds needs) {
        this.inputs = inputs;
        this.setting = setting;
        this.needs = needs;
        plain().forEach(variable -> {
            String value = inputs.templateValues().get(variable.name());
            if (value != null && !value.equals(setting.parameters().get(variable.name()))) {
                values.put(variable.name(), value);
            }
        });
    }

    static TemplateValues of(
            EffectiveInputs inputs,
            DatasetDefinition dataset,
            @Nullable ChartQuery chart,
            SupersetCapabilities capabilities,
            Set<String> siteNames) {
        TemplateSetting setting = DatasetTemplates.setting(dataset, capabilities.behavesLike(), siteNames);
        List<TemplateNeeds> reaching = new ArrayList<>(DatasetTemplates.read(dataset, setting).stream()
                .filter(needs -> needs.variables().stream()
                        .flatMap(variable -> variable.fields().stream())
                        .anyMatch(inputs.target()::isReachedBy))
                .toList());
        if (chart != null) {
            expressions(chart.query())
                    .forEach(each -> reaching.add(
                            DatasetTemplates.read(each, TemplateField.of(TemplateField.Kind.CHART), setting)));
        }
        return new TemplateValues(inputs, setting, TemplateNeeds.all(reaching));
    }

    /** Returns the texts anywhere in the query of a chart that may be templates. */
    private static Stream<String> expressions(@Nullable Object part) {
        if (part instanceof Map<?, ?> map) {
            return map.values().stream().flatMap(TemplateValues::expressions);
        }
        if (part instanceof List<?> list) {
            return list.stream().flatMap(TemplateValues::expressions);
        }
        return part instanceof String text && BRACES.matcher(text).find() ? Stream.of(text) : Stream.empty();
    }

    /** Returns what the templates need that reach the target. */
    TemplateNeeds needs() {
        return needs;
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    /** Returns a problem for each variable that must have a value and has none; Superset can make it vanish from the SQL. */
    List<Problem> withoutValue() {
        return plain().filter(TemplateVariable::required)
                .filter(variable -> !inputs.templateValues().containsKey(variable.name()))
                .map(variable -> Problem.of(SupersetErrorCode.PREVIEW_VARIABLE_WITHOUT_VALUE)
                        .about("variable " + variable.id()))
                .toList();
    }

    /** Returns a problem for each value that cannot be put into an SQL as it is. */
    List<Problem> illegal() {
        return values.entrySet().stream()
                .filter(value -> UNSAFE.matcher(value.getValue()).find())
                .map(value -> Problem.of(SupersetErrorCode.PREVIEW_VALUE_UNSAFE).about(target(value.getKey())))
                .toList();
    }

    /** Returns a problem for each value, saying why it cannot be carried. */
    List<Problem> notCarried(String why) {
        return values.keySet().stream()
                .map(name -> Problem.of(
                                SupersetErrorCode.PREVIEW_INPUT_NOT_CARRIED, "input", target(name), "reason", why)
                        .about(target(name)))
                .toList();
    }

    /**
     * Tells whether an SQL holds each of these variables as the template has it, and nothing else that would be rendered: so
     * the values end where the template wants them, and nowhere else.
     */
    boolean arePrintedIn(String sql) {
        if (!needs.printedOnly().containsAll(values.keySet()) || othersHoldBraces()) {
            return false;
        }
        String rest = sql;
        for (String name : values.keySet()) {
            Pattern printed = Pattern.compile("\\{\\{[-+]?\\s*" + Pattern.quote(name) + "\\s*[-+]?}}");
            if (!printed.matcher(rest).find()) {
                return false;
            }
            rest = printed.matcher(rest).replaceAll("");
        }
        return !BRACES.matcher(rest).find();
    }

    /** The body for SQL Lab's formatter: the values, and what is stored with the dataset. */
    Map<String, Object> body(String sql, long database) {
        return body(sql, database, values);
    }

    /** The same without the values; a name that no template asks for has it render at all. */
    Map<String, Object> bodyAsStored(String sql, long database) {
        return body(sql, database, Map.of(NOBODY_ASKS, ""));
    }

    private Map<String, Object> body(String sql, long database, Map<String, String> given) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        setting.parameters().forEach((name, value) -> {
            if (value != null) {
                parameters.put(name, value);
            }
        });
        parameters.putAll(given);
        return Map.of("sql", sql, "database_id", database, "template_params", Json.write(parameters));
    }

    private Stream<TemplateVariable> plain() {
        return needs.variables().stream().filter(variable -> variable.kind() == VariableKind.VARIABLE);
    }

    private boolean othersHoldBraces() {
        Stream<String> texts = inputs.mappings().stream()
                .flatMap(mapping -> mapping.value().conditions().stream())
                .flatMap(condition -> condition.values().stream())
                .map(FilterScalar::text);
        return Stream.concat(texts, inputs.urlParameters().values().stream())
                .anyMatch(text -> BRACES.matcher(text).find());
    }

    private static String target(String name) {
        return "variable " + VariableKind.VARIABLE.variable(name);
    }
}
