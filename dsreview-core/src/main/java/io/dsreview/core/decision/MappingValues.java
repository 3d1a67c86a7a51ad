package io.dsreview.core.decision;

import io.dsreview.api.id.FieldId;
import io.dsreview.api.mapping.FilterCondition;
import io.dsreview.api.mapping.FilterScalar;
import io.dsreview.api.mapping.FilterValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Puts values given by a person into a filter, keeping its operators and the types of its values. */
final class MappingValues {

    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?");

    private MappingValues() {}

    /**
     * Replaces the values of a filter.
     *
     * @param present what the filter does now
     * @param column the column the filter is defined on, or null for a time filter
     * @param values the values
     * @return what it does then, or empty if it cannot take these values
     */
    static Optional<FilterValue> replace(FilterValue present, @Nullable FieldId column, List<String> values) {
        if (column == null) {
            return values.size() == 1 && !values.get(0).isBlank()
                    ? Optional.of(new FilterValue(
                            present.conditions(), values.get(0), present.timeGrain(), present.timeColumn()))
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
        if (conditions.size() != values.size()) {
            return Optional.empty();
        }
        List<FilterCondition> filled = new ArrayList<>();
        for (int i = 0; i < conditions.size(); i++) {
            Optional<FilterCondition> next = fill(conditions.get(i), values.subList(i, i + 1));
            if (next.isEmpty()) {
                return Optional.empty();
            }
            filled.add(next.get());
        }
        return Optional.of(new FilterValue(filled, present.timeRange(), present.timeGrain(), present.timeColumn()));
    }

    private static Optional<FilterCondition> fill(FilterCondition condition, List<String> values) {
        boolean numeric = !condition.values().isEmpty()
                && condition.values().stream().allMatch(value -> value.type() == FilterScalar.Type.NUMBER);
        if (values.isEmpty()
                || (numeric
                        && !values.stream()
                                .allMatch(value -> NUMBER.matcher(value).matches()))) {
            return Optional.empty();
        }
        FilterScalar.Type type = numeric ? FilterScalar.Type.NUMBER : FilterScalar.Type.TEXT;
        return Optional.of(new FilterCondition(
                condition.column(),
                condition.operator(),
                values.stream().map(value -> new FilterScalar(type, value)).toList()));
    }
}
