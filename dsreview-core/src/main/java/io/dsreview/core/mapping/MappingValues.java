package io.dsreview.core.mapping;

import io.dsreview.api.id.FieldId;
import io.dsreview.api.mapping.FilterCondition;
import io.dsreview.api.mapping.FilterScalar;
import io.dsreview.api.mapping.FilterValue;
import io.dsreview.api.mapping.ImportedFilter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Puts values given by a person into a filter, keeping its operators and the types of its values. */
public final class MappingValues {

    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?");

    private MappingValues() {}

    /**
     * Replaces the values of a filter.
     *
     * @param filter the filter
     * @param present what it does now
     * @param values the values
     * @return what it does then, or empty if it cannot take these values: an {@code IS NULL} takes none, a filter of numbers only
     *     numbers, one of truth values {@code true} and {@code false}
     */
    public static Optional<FilterValue> replace(ImportedFilter filter, FilterValue present, List<String> values) {
        FieldId column = filter.column();
        if (column == null) {
            return values.size() == 1 && !values.get(0).isBlank()
                    ? Optional.of(time(filter, present, values.get(0)))
                    : Optional.empty();
        }
        List<FilterCondition> conditions = present.conditions();
        if (conditions.isEmpty()) {
            conditions = List.of(new FilterCondition(column, "IN", List.of()));
        }
        if (conditions.size() == 1 && conditions.get(0).takesList()) {
            return fill(conditions.get(0), values)
                    .map(condition -> new FilterValue(
                            List.of(condition), present.timeRange(), present.timeGrain(), present.timeColumn()));
        }
        if (conditions.stream().filter(FilterCondition::takesValue).count() != values.size()) {
            return Optional.empty();
        }
        Iterator<String> given = values.iterator();
        List<FilterCondition> filled = new ArrayList<>();
        for (FilterCondition condition : conditions) {
            Optional<FilterCondition> next =
                    condition.takesValue() ? fill(condition, List.of(given.next())) : Optional.of(condition);
            if (next.isEmpty()) {
                return Optional.empty();
            }
            filled.add(next.get());
        }
        return Optional.of(new FilterValue(filled, present.timeRange(), present.timeGrain(), present.timeColumn()));
    }

    /**
     * Replaces what a filter gives to a parameter that takes one text.
     *
     * @param filter the filter
     * @param values the values
     * @return what the filter does then, or empty if it is not exactly one value
     */
    public static Optional<FilterValue> replaceText(ImportedFilter filter, List<String> values) {
        FieldId column = filter.column();
        if (values.size() != 1) {
            return Optional.empty();
        }
        return column == null
                ? replace(filter, FilterValue.NONE, values)
                : Optional.of(
                        FilterValue.of(new FilterCondition(column, "IN", List.of(FilterScalar.text(values.get(0))))));
    }

    private static FilterValue time(ImportedFilter filter, FilterValue present, String value) {
        return switch (filter.type()) {
            case "filter_timegrain" ->
                new FilterValue(present.conditions(), present.timeRange(), value, present.timeColumn());
            case "filter_timecolumn" ->
                new FilterValue(present.conditions(), present.timeRange(), present.timeGrain(), value);
            default -> new FilterValue(present.conditions(), value, present.timeGrain(), present.timeColumn());
        };
    }

    private static Optional<FilterCondition> fill(FilterCondition condition, List<String> values) {
        FilterScalar.Type type = type(condition);
        return values.isEmpty() || !values.stream().allMatch(value -> isOf(type, value))
                ? Optional.empty()
                : Optional.of(new FilterCondition(
                        condition.column(),
                        condition.operator(),
                        values.stream()
                                .map(value -> new FilterScalar(type, value))
                                .toList()));
    }

    /** The type that all values have but for nulls; without values, and where they are mixed, they are texts. */
    private static FilterScalar.Type type(FilterCondition condition) {
        Set<FilterScalar.Type> types = EnumSet.noneOf(FilterScalar.Type.class);
        condition.values().forEach(value -> types.add(value.type()));
        types.remove(FilterScalar.Type.NULL);
        return types.size() == 1 ? types.iterator().next() : FilterScalar.Type.TEXT;
    }

    private static boolean isOf(FilterScalar.Type type, String value) {
        return switch (type) {
            case NUMBER -> NUMBER.matcher(value).matches();
            case BOOLEAN -> value.equals("true") || value.equals("false");
            case TEXT, NULL -> true;
        };
    }
}
