package io.dsreview.superset.template;

import io.dsreview.api.mapping.TemplateField;
import io.dsreview.api.mapping.TemplateVariable;
import io.dsreview.api.mapping.VariableKind;
import io.dsreview.superset.error.SupersetErrorCode;
import io.dsreview.superset.http.Json;
import io.dsreview.superset.jinja.CallArguments;
import io.dsreview.superset.jinja.TemplateReader;
import io.dsreview.superset.jinja.TemplateReading;
import io.dsreview.superset.jinja.Use;
import io.dsreview.superset.jinja.syntax.Position;
import io.dsreview.superset.jinja.syntax.Template.Fault;
import io.dsreview.superset.jinja.tree.Value;
import io.dsreview.superset.template.NestedDataset.Part;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Gives the names of one template the meaning that Superset gives them. Where a name has several, its macros come first,
 * then the parameters stored with the dataset, then what a chart's query fills (superset/jinja_context.py).
 */
final class NeedsFinder {

    private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,17}");

    private final TemplateField field;
    private final TemplateSetting setting;
    private final List<TemplateVariable> variables = new ArrayList<>();
    private final List<TemplateDoubt> doubts = new ArrayList<>();
    private final Set<String> printed = new TreeSet<>();
    private final Set<String> usedOtherwise = new TreeSet<>();
    private final Set<NestedDataset> nested = new LinkedHashSet<>();

    private NeedsFinder(TemplateField field, TemplateSetting setting) {
        this.field = field;
        this.setting = setting;
    }

    static TemplateNeeds find(String template, TemplateField field, TemplateSetting setting) {
        TemplateReading reading = TemplateReader.read(template);
        NeedsFinder finder = new NeedsFinder(field, setting);
        reading.uses().forEach(finder::use);
        reading.unknownFilters().forEach(filter -> finder.filter(filter.name(), filter.position()));
        reading.otherTemplates()
                .forEach(other ->
                        finder.doubt(SupersetErrorCode.RECOVERY_TEMPLATE_MACRO, other.tag(), other.position()));
        Fault fault = reading.fault();
        if (fault != null) {
            finder.doubt(SupersetErrorCode.RECOVERY_TEMPLATE_SYNTAX, fault.what(), fault.position());
        }
        finder.printed.removeAll(finder.usedOtherwise);
        return new TemplateNeeds(
                TemplateNeeds.merged(finder.variables),
                finder.doubts,
                reading.undeclared(),
                finder.printed,
                finder.nested);
    }

    private void use(Use use) {
        CallArguments call = use.call();
        if (SupersetNames.isMacro(use.name())) {
            if (call == null || !use.attributes().isEmpty()) {
                doubt(SupersetErrorCode.RECOVERY_TEMPLATE_MACRO, use.dotted(), use.position());
            } else {
                macro(use, call);
            }
        } else if (setting.parameters().containsKey(use.name())) {
            plain(use, false, setting.parameters().get(use.name()));
        } else if (SupersetNames.isChartVariable(use.name())) {
            add(use, VariableKind.CHART_VARIABLE, use.name(), false, null);
        } else if (setting.siteNames().contains(use.name())) {
            add(use, VariableKind.MACRO, use.dotted(), false, null);
        } else if (SupersetNames.isEngine(use.name())) {
            engine(use);
        } else if (call != null) {
            doubt(SupersetErrorCode.RECOVERY_TEMPLATE_MACRO, use.dotted(), use.position());
        } else {
            boolean optional = use.isGuarded() || isSomething(use.fallback());
            plain(use, !optional, written(use.fallback()));
            if (!use.attributes().isEmpty() && !optional) {
                doubt(SupersetErrorCode.RECOVERY_TEMPLATE_NAME, use.dotted(), use.position());
            }
        }
    }

    /** A macro that Superset offers for some kinds of database only. */
    private void engine(Use use) {
        if (setting.isOn(SupersetNames.databasesWith(use.name()))) {
            add(use, VariableKind.MACRO, use.dotted(), false, null);
        } else {
            doubt(SupersetErrorCode.RECOVERY_TEMPLATE_OTHER_DATABASE, use.dotted(), use.position());
        }
    }

    private void plain(Use use, boolean required, @Nullable String fallback) {
        (use.isBare() && use.attributes().isEmpty() ? printed : usedOtherwise).add(use.name());
        add(use, VariableKind.VARIABLE, use.name(), required, fallback);
    }

    private void macro(Use use, CallArguments call) {
        checkVersion(use.name(), use.position());
        switch (use.name()) {
            case "url_param" -> asking(use, call, VariableKind.URL_PARAM, "param");
            case "filter_values" -> asking(use, call, VariableKind.FILTER_VALUES, "column");
            case "get_filters" -> asking(use, call, VariableKind.GET_FILTERS, "column");
            case "get_time_filter" -> asking(use, call, VariableKind.GET_TIME_FILTER, "column");
            case "dataset" -> nesting(use, call, 0);
            case "metric" -> nesting(use, call, 1);
            default -> add(use, VariableKind.MACRO, use.name(), false, null);
        }
    }

    /** A macro that puts in what another dataset holds; the dataset of a metric is its own one unless another is named. */
    private void nesting(Use use, CallArguments call, int position) {
        Value id = call.argument(position, "dataset_id");
        if (call.isSpread() || (id instanceof Value.Computed) || (id == null && position == 0)) {
            doubt(SupersetErrorCode.RECOVERY_TEMPLATE_ARGUMENT, use.name(), use.position());
            return;
        }
        if (id instanceof Value.Numeral numeral && ID.matcher(numeral.digits()).matches()) {
            nested.add(nested(Long.parseLong(numeral.digits()), call, position == 0));
        }
        add(use, VariableKind.MACRO, use.name(), false, null);
    }

    private static NestedDataset nested(long id, CallArguments call, boolean isRows) {
        if (isRows) {
            Value metrics = call.argument(1, "include_metrics");
            boolean without =
                    metrics == null || metrics.equals(new Value.Truth(false)) || metrics instanceof Value.None;
            return new NestedDataset(
                    id, without ? Part.ROWS : Part.ROWS_AND_METRICS, names(call.argument(2, "columns")));
        }
        return new NestedDataset(id, Part.METRIC, names(call.argument(0, "metric_key")));
    }

    /** The texts that a literal holds; none where it holds anything else, or is none. */
    private static Set<String> names(@Nullable Value value) {
        List<Value> values = value instanceof Value.Items items
                ? items.items()
                : Optional.ofNullable(value).stream().toList();
        return values.stream().allMatch(Value.Text.class::isInstance)
                ? values.stream().map(each -> ((Value.Text) each).text()).collect(Collectors.toSet())
                : Set.of();
    }

    /** A macro that asks for a value by the name of a parameter or column. */
    private void asking(Use use, CallArguments call, VariableKind kind, String argument) {
        Value name = call.argument(0, argument);
        if (kind == VariableKind.GET_TIME_FILTER && (name == null || name instanceof Value.None)) {
            add(use, VariableKind.MACRO, use.name(), false, null);
            return;
        }
        String asked = name instanceof Value.Text text ? text.text() : "";
        if (call.isSpread() || !isLegal(kind, asked)) {
            doubt(SupersetErrorCode.RECOVERY_TEMPLATE_ARGUMENT, use.name(), use.position());
            return;
        }
        Value own = call.argument(1, "default");
        boolean hasOwn = kind != VariableKind.GET_FILTERS && own != null && own.isLiteral() && isSomething(own);
        Value taken = hasOwn ? own : use.fallback();
        boolean needs = kind == VariableKind.URL_PARAM || kind == VariableKind.FILTER_VALUES;
        boolean required = needs && !use.isGuarded() && !isSomething(taken);
        add(use, kind, asked, required, written(taken));
    }

    private void filter(String name, Position position) {
        if (SupersetNames.isFilter(name)) {
            checkVersion(name, position);
        } else if (!setting.siteNames().contains(name)) {
            doubt(SupersetErrorCode.RECOVERY_TEMPLATE_MACRO, name, position);
        }
    }

    private void checkVersion(String name, Position position) {
        if (!setting.offers(SupersetNames.since(name))) {
            doubt(SupersetErrorCode.RECOVERY_TEMPLATE_NOT_OFFERED, name, position);
        }
    }

    private void add(Use use, VariableKind kind, String name, boolean required, @Nullable String fallback) {
        if (!isLegal(kind, name)) {
            doubt(SupersetErrorCode.RECOVERY_TEMPLATE_ARGUMENT, name, use.position());
            return;
        }
        List<String> conditions = use.surroundings().conditions();
        variables.add(new TemplateVariable(
                kind.variable(name),
                kind,
                name,
                required,
                fallback,
                List.of(field),
                conditions.isEmpty() ? List.of() : List.of(String.join(" and ", conditions))));
    }

    private void doubt(SupersetErrorCode code, String name, Position position) {
        doubts.add(new TemplateDoubt(code, name, field, position));
    }

    private static boolean isLegal(VariableKind kind, String name) {
        try {
            kind.variable(name);
            return true;
        } catch (IllegalArgumentException illegal) {
            return false;
        }
    }

    private static boolean isSomething(@Nullable Value value) {
        return value != null && !(value instanceof Value.None);
    }

    /** Text and numbers as they are, a list as JSON; what is only known when it is rendered, not at all. */
    private static @Nullable String written(@Nullable Value value) {
        if (value instanceof Value.Items items) {
            List<String> elements = items.items().stream()
                    .flatMap(item -> Optional.ofNullable(written(item)).stream())
                    .toList();
            return elements.size() == items.items().size() ? Json.write(elements) : null;
        }
        if (value instanceof Value.Text text) {
            return text.text();
        }
        if (value instanceof Value.Truth truth) {
            return String.valueOf(truth.value());
        }
        return value instanceof Value.Numeral numeral ? numeral.digits() : null;
    }
}
