package io.dsreview.superset.context;

import io.dsreview.api.id.FieldId;
import io.dsreview.api.mapping.FilterCondition;
import io.dsreview.api.mapping.FilterScalar;
import io.dsreview.api.mapping.FilterValue;
import io.dsreview.superset.http.Json;
import io.dsreview.superset.text.SafeText;
import io.dsreview.superset.text.ValueLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Superset's {@code extraFormData}: what a filter does to a query. Whatever of it a {@link FilterValue} cannot hold is
 * named, never dropped.
 */
final class ExtraFormData {

    private static final Set<String> KNOWN_PARTS = Set.of(
            "adhoc_filters",
            "custom_form_data",
            "filters",
            "granularity_sqla",
            "interactive_drilldown",
            "interactive_groupby",
            "interactive_highlight",
            "relative_end",
            "relative_start",
            "time_column",
            "time_grain",
            "time_grain_sqla",
            "time_range");

    private static final Set<String> WITHOUT_VALUE = Set.of("IS NULL", "IS NOT NULL", "IS TRUE", "IS FALSE");
    private static final Set<String> WITH_LIST = Set.of("IN", "NOT IN");
    private static final Set<String> WITH_VALUE =
            Set.of("==", "!=", ">", "<", ">=", "<=", "LIKE", "NOT LIKE", "ILIKE", "NOT ILIKE", "TEMPORAL_RANGE");

    private static final Set<String> TIMES = Set.of("granularity_sqla", "time_column", "time_grain_sqla", "time_range");

    private final List<FilterCondition> conditions = new ArrayList<>();
    private final Set<String> notCarried = new TreeSet<>();
    private int values;
    private boolean tooLarge;
    private boolean showsNothing;
    private @Nullable String timeRange;
    private @Nullable String timeGrain;
    private @Nullable String timeColumn;

    private ExtraFormData() {}

    static ExtraFormData read(Json data) {
        ExtraFormData read = new ExtraFormData();
        if (!data.isAbsent() && !data.isObject()) {
            read.notCarried.add("extraFormData");
        }
        data.members().forEach(read::part);
        return read;
    }

    /** Reads one condition, as the form of a chart holds it. */
    static ExtraFormData ofCondition(String column, String operator, Json value) {
        ExtraFormData read = new ExtraFormData();
        read.condition(column, operator, value);
        return read;
    }

    /** Returns what can be carried of it: nothing where it is too large, since a part would mean something else. */
    FilterValue value() {
        return tooLarge ? FilterValue.NONE : new FilterValue(conditions, timeRange, timeGrain, timeColumn);
    }

    /** Tells whether a value is too long, or there are too many. */
    boolean isTooLarge() {
        return tooLarge;
    }

    /** Tells whether it holds the condition by which Superset shows no row until a required filter has a value. */
    boolean showsNothing() {
        return showsNothing;
    }

    /** Returns the names of the parts that cannot be carried. */
    Set<String> notCarried() {
        return notCarried;
    }

    private void part(String name, Json part) {
        if (part.isEmpty()) {
            return;
        }
        String text = part.text();
        boolean isText = text != null && SafeText.isValue(text);
        boolean isTooLong = text != null && ValueLimits.isTooLong(text);
        if (name.equals("filters") && part.isList()) {
            part.elements().forEach(this::condition);
        } else if (name.equals("adhoc_filters")
                && part.isList()
                && part.elements().stream().allMatch(ExtraFormData::isNeverTrue)) {
            showsNothing = true;
        } else if (TIMES.contains(name) && isText && isTooLong) {
            tooLarge = true;
        } else if (name.equals("time_range") && isText) {
            timeRange = text;
        } else if (name.equals("time_grain_sqla") && isText) {
            timeGrain = text;
        } else if (Set.of("granularity_sqla", "time_column").contains(name)
                && isText
                && (timeColumn == null || timeColumn.equals(text))) {
            timeColumn = text;
        } else {
            notCarried.add(KNOWN_PARTS.contains(name) ? name : "another part");
        }
    }

    private static boolean isNeverTrue(Json filter) {
        return filter.at("expressionType").text("").equals("SQL")
                && filter.at("clause").text("").equals("WHERE")
                && filter.at("sqlExpression").text("").equals("1 = 0");
    }

    private void condition(Json filter) {
        if (hasNothingElse(filter)) {
            condition(filter.at("col").text(""), filter.at("op").text(""), filter.at("val"));
        } else {
            notCarried.add("filters");
        }
    }

    private void condition(String column, String operator, Json value) {
        List<FilterScalar> scalars = values(operator.toUpperCase(Locale.ROOT), value);
        if (SafeText.isIdentifier(column) && scalars != null) {
            conditions.add(new FilterCondition(new FieldId(column), operator, scalars));
            count(scalars);
        } else {
            notCarried.add("filters");
        }
    }

    private void count(List<FilterScalar> scalars) {
        values += Math.max(1, scalars.size());
        tooLarge |= values > ValueLimits.MAX_VALUES
                || scalars.stream().map(FilterScalar::text).anyMatch(ValueLimits::isTooLong);
    }

    private static boolean hasNothingElse(Json filter) {
        for (Map.Entry<String, Json> member : filter.members().entrySet()) {
            boolean known = Set.of("col", "op", "val").contains(member.getKey())
                    || member.getValue().isEmpty()
                    || member.getKey().equals("isExtra");
            if (!known) {
                return false;
            }
        }
        return true;
    }

    /** Returns the values, or null if the operator is unknown or does not go with them. */
    private static @Nullable List<FilterScalar> values(String operator, Json value) {
        if (WITHOUT_VALUE.contains(operator)) {
            return value.isAbsent() ? List.of() : null;
        }
        boolean list = WITH_LIST.contains(operator);
        if ((!list && !WITH_VALUE.contains(operator)) || (!list && value.isList()) || !value.isDocument()) {
            return null;
        }
        List<FilterScalar> scalars = new ArrayList<>();
        for (Json element : value.isList() ? value.elements() : List.of(value)) {
            FilterScalar scalar = scalar(element);
            if (scalar == null) {
                return null;
            }
            scalars.add(scalar);
        }
        return scalars;
    }

    private static @Nullable FilterScalar scalar(Json value) {
        String text = value.text();
        if (text != null) {
            return SafeText.isValue(text) ? FilterScalar.text(text) : null;
        }
        String number = value.number();
        if (number != null) {
            return new FilterScalar(FilterScalar.Type.NUMBER, number);
        }
        if (value.isBoolean()) {
            return new FilterScalar(FilterScalar.Type.BOOLEAN, String.valueOf(value.isTrue()));
        }
        return value.isAbsent() ? new FilterScalar(FilterScalar.Type.NULL, "") : null;
    }
}
