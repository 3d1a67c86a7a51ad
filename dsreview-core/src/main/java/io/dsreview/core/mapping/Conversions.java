package io.dsreview.core.mapping;

import static io.dsreview.core.mapping.ConversionProblem.CONVERSION_EMPTY_DROPPED;
import static io.dsreview.core.mapping.ConversionProblem.CONVERSION_LIST_AS_TEXT;
import static io.dsreview.core.mapping.ConversionProblem.CONVERSION_MIXED_TYPES;
import static io.dsreview.core.mapping.ConversionProblem.CONVERSION_NULL_DROPPED;
import static io.dsreview.core.mapping.ConversionProblem.CONVERSION_OPERATOR_DROPPED;
import static io.dsreview.core.mapping.ConversionProblem.CONVERSION_RANGE_TO_ONE_BOUND;
import static io.dsreview.core.mapping.ConversionProblem.CONVERSION_TIME_DROPPED;
import static io.dsreview.core.mapping.ConversionProblem.CONVERSION_TIME_RANGE_AS_TEXT;

import io.dsreview.api.command.ReviewCommand;
import io.dsreview.api.id.FieldId;
import io.dsreview.api.mapping.Conversion;
import io.dsreview.api.mapping.FilterCondition;
import io.dsreview.api.mapping.FilterScalar;
import io.dsreview.api.mapping.FilterValue;
import io.dsreview.api.mapping.MappingTarget;
import io.dsreview.api.mapping.TemplateVariable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Says what a target gets of a filter's value, by Superset's own rules where Superset hands it over. Only what is sent in a {@code
 * url_param} is converted here; everything else is sent as it is, and this says what Superset makes of it.
 */
final class Conversions {

    private static final Set<String> PATTERNS = Set.of("LIKE", "NOT LIKE", "ILIKE", "NOT ILIKE");
    private static final Set<String> ABOUT_NULL = Set.of("IS NULL", "IS NOT NULL");
    private static final String TEMPORAL_RANGE = "TEMPORAL_RANGE";
    private static final Comparator<FilterCondition> LOWER_BOUND_FIRST =
            Comparator.comparing(condition -> condition.operator().startsWith("<"));

    private final FilterValue value;
    private final Losses losses = new Losses();

    private Conversions(FilterValue value) {
        this.value = value;
    }

    /**
     * Converts.
     *
     * @param value what a filter does
     * @param target where it goes
     * @param dataset what the dataset has
     * @return what arrives; a value that does nothing stays one
     */
    static Conversion of(FilterValue value, MappingTarget target, DatasetNames dataset) {
        if (value.isEmpty()) {
            return Conversion.none(value);
        }
        Conversions conversions = new Conversions(value);
        FilterValue arriving = target instanceof MappingTarget.Variable variable
                ? conversions.toVariable(dataset.variable(variable.variable()))
                : conversions.toQuery(dataset);
        return new Conversion(arriving, conversions.losses.warnings());
    }

    private FilterValue toVariable(TemplateVariable variable) {
        FieldId name = new FieldId(variable.name());
        return switch (variable.kind()) {
            case URL_PARAM -> text(name);
            case FILTER_VALUES -> values(name);
            case GET_FILTERS -> conditions(condition -> true);
            case GET_TIME_FILTER -> conditions(condition -> condition.operator().equals(TEMPORAL_RANGE));
            case VARIABLE, CHART_VARIABLE, MACRO -> value;
        };
    }

    /** Conditions around the dataset, and the time of the query. */
    private FilterValue toQuery(DatasetNames dataset) {
        List<FilterCondition> conditions = normal(condition -> ScalarForm.inColumn(
                PATTERNS.contains(condition.operator().toUpperCase(Locale.ROOT))
                        ? ColumnType.OTHER
                        : ColumnType.of(dataset.column(condition.column())),
                losses));
        return new FilterValue(conditions, range(value.timeRange()), value.timeGrain(), value.timeColumn());
    }

    private List<FilterCondition> normal(Function<FilterCondition, ScalarForm> formOf) {
        return value.conditions().stream()
                .map(condition -> normal(condition, formOf.apply(condition)))
                .sorted(LOWER_BOUND_FIRST)
                .toList();
    }

    private FilterCondition normal(FilterCondition condition, ScalarForm form) {
        String operator = condition.operator().toUpperCase(Locale.ROOT);
        boolean isRange = operator.equals(TEMPORAL_RANGE);
        List<FilterScalar> scalars = condition.values().stream()
                .map(scalar -> isRange ? FilterScalar.text(bounds(scalar.text())) : form.of(scalar))
                .distinct()
                .toList();
        if (scalars.size() > 1 && types(scalars).size() > 1) {
            losses.add(CONVERSION_MIXED_TYPES, types(scalars).size());
        }
        return new FilterCondition(condition.column(), operator, scalars);
    }

    private static Set<FilterScalar.Type> types(List<FilterScalar> scalars) {
        return scalars.stream()
                .map(FilterScalar::type)
                .filter(type -> type != FilterScalar.Type.NULL)
                .collect(Collectors.toSet());
    }

    private @Nullable String range(@Nullable String range) {
        return range == null ? null : bounds(range);
    }

    private String bounds(String range) {
        ScalarForm form = ScalarForm.inColumn(ColumnType.TIME, losses);
        return Stream.of(range.split(" : ", -1))
                .map(bound -> form.time(bound.strip()))
                .collect(Collectors.joining(" : "));
    }

    /** One text: that of the first condition, or the time range where there is no condition. */
    private FilterValue text(FieldId name) {
        List<FilterCondition> conditions = normal(condition -> ScalarForm.inText(losses));
        List<FilterScalar> scalars = List.of();
        if (!conditions.isEmpty()) {
            scalars = given(conditions.get(0));
            losses.add(CONVERSION_RANGE_TO_ONE_BOUND, conditions.size() - 1);
            if (!isEquality(conditions.get(0)) && !scalars.isEmpty()) {
                losses.add(CONVERSION_OPERATOR_DROPPED);
            }
            losses.add(CONVERSION_LIST_AS_TEXT, scalars.size() > 1 ? scalars.size() : 0);
        } else if (value.timeRange() != null) {
            scalars = List.of(FilterScalar.text(bounds(value.timeRange())));
            losses.add(CONVERSION_TIME_RANGE_AS_TEXT);
        }
        boolean rangeLeft = !conditions.isEmpty() && value.timeRange() != null;
        losses.add(CONVERSION_TIME_DROPPED, count(rangeLeft, value.timeGrain() != null, value.timeColumn() != null));
        String text = scalars.stream().map(FilterScalar::text).collect(Collectors.joining(","));
        return scalars.isEmpty() || text.length() > ReviewCommand.MAX_TEXT
                ? FilterValue.NONE
                : FilterValue.of(new FilterCondition(name, "==", List.of(FilterScalar.text(text))));
    }

    private List<FilterScalar> given(FilterCondition condition) {
        List<FilterScalar> given = condition.values().stream()
                .filter(scalar -> scalar.type() != FilterScalar.Type.NULL)
                .toList();
        losses.add(CONVERSION_NULL_DROPPED, condition.values().size() - given.size());
        losses.add(CONVERSION_NULL_DROPPED, ABOUT_NULL.contains(condition.operator()) ? 1 : 0);
        return given;
    }

    /** {@code filter_values}: the values of all conditions, without their operators. */
    private FilterValue values(FieldId name) {
        List<FilterScalar> all = new ArrayList<>();
        for (FilterCondition condition : normal(condition -> ScalarForm.inTemplate(losses))) {
            List<FilterScalar> arriving = arriving(condition);
            all.addAll(arriving);
            losses.add(CONVERSION_OPERATOR_DROPPED, isEquality(condition) || arriving.isEmpty() ? 0 : 1);
        }
        List<FilterCondition> one = all.isEmpty()
                ? List.of()
                : List.of(
                        new FilterCondition(name, "IN", all.stream().distinct().toList()));
        return new FilterValue(one, range(value.timeRange()), value.timeGrain(), value.timeColumn());
    }

    /** {@code get_filters} and {@code get_time_filter}: the conditions with a value, and with their operators. */
    private FilterValue conditions(Predicate<FilterCondition> isRead) {
        List<FilterCondition> read = new ArrayList<>();
        for (FilterCondition condition : normal(each -> ScalarForm.inTemplate(losses))) {
            List<FilterScalar> arriving = arriving(condition);
            if (!arriving.isEmpty() && isRead.test(condition)) {
                read.add(new FilterCondition(condition.column(), condition.operator(), arriving));
            } else if (!arriving.isEmpty()) {
                losses.add(CONVERSION_OPERATOR_DROPPED);
            }
        }
        return new FilterValue(read, range(value.timeRange()), value.timeGrain(), value.timeColumn());
    }

    /** What Superset's macros see of a condition: no nulls, and no single value that Python takes for false. */
    private List<FilterScalar> arriving(FilterCondition condition) {
        if (!condition.takesValue() && !ABOUT_NULL.contains(condition.operator())) {
            losses.add(CONVERSION_EMPTY_DROPPED);
            return List.of();
        }
        List<FilterScalar> given = given(condition);
        if (!condition.takesList() && given.stream().anyMatch(Conversions::isFalsy)) {
            losses.add(CONVERSION_EMPTY_DROPPED);
            return List.of();
        }
        return given;
    }

    private static boolean isFalsy(FilterScalar scalar) {
        return switch (scalar.type()) {
            case TEXT -> scalar.text().isEmpty();
            case NUMBER -> scalar.text().equals("0");
            case BOOLEAN -> scalar.text().equals("false");
            case NULL -> true;
        };
    }

    private static boolean isEquality(FilterCondition condition) {
        return condition.operator().equals("IN") || condition.operator().equals("==");
    }

    private static int count(boolean... losses) {
        int count = 0;
        for (boolean loss : losses) {
            count += loss ? 1 : 0;
        }
        return count;
    }
}
