package io.dsreview.api.mapping;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a filter does to a query: the part of Superset's {@code extraFormData} that dsreview carries.
 *
 * @param conditions conditions on columns; copied
 * @param timeRange a time range in Superset's words, such as {@code Last week} or {@code 2024-01-01 : 2024-02-01}, or
 *     null
 * @param timeGrain an ISO 8601 duration, such as {@code P1W}, or null
 * @param timeColumn the time column to use instead of the dataset's own, or null
 */
public record FilterValue(
        List<FilterCondition> conditions,
        @Nullable String timeRange,
        @Nullable String timeGrain,
        @Nullable String timeColumn) {

    /** No value: the filter does nothing. */
    public static final FilterValue NONE = new FilterValue(List.of(), null, null, null);

    private static final String DATE = "\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}(:\\d{2})?)?";
    private static final Pattern ABSOLUTE = Pattern.compile("(" + DATE + ")? : (" + DATE + ")?|No filter");

    /** Copies the conditions. */
    public FilterValue {
        conditions = List.copyOf(conditions);
    }

    /**
     * Makes a value of one condition.
     *
     * @param condition the condition
     * @return the value
     */
    public static FilterValue of(FilterCondition condition) {
        return new FilterValue(List.of(condition), null, null, null);
    }

    /**
     * Makes a value that limits time.
     *
     * @param range a time range in Superset's words
     * @return the value
     */
    public static FilterValue ofTimeRange(String range) {
        return new FilterValue(List.of(), range, null, null);
    }

    /**
     * Tells whether the filter does nothing.
     *
     * @return true if there is no condition, time range, grain or column
     */
    public boolean isEmpty() {
        return conditions.isEmpty() && timeRange == null && timeGrain == null && timeColumn == null;
    }

    /**
     * Tells whether the meaning of a time range depends on the moment of the query.
     *
     * @return true for a range such as {@code Last week}; false for fixed dates, for {@code No filter} and without range
     */
    public boolean isRelative() {
        return (timeRange != null && isRelative(timeRange))
                || conditions.stream()
                        .filter(condition -> condition.operator().equalsIgnoreCase("TEMPORAL_RANGE"))
                        .flatMap(condition -> condition.values().stream())
                        .anyMatch(scalar -> isRelative(scalar.text()));
    }

    private static boolean isRelative(String range) {
        return !ABSOLUTE.matcher(range).matches();
    }
}
