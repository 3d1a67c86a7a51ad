package io.dsreview.superset.chart;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The query of a chart, in the words of {@code POST /api/v1/chart/data}. Immutable; the maps hold maps, lists, strings,
 * numbers, booleans and null, none of which can be changed.
 *
 * @param source where it was read from
 * @param query what to send as {@code queries[0]}: only members that decide the SQL
 * @param formData what to send as {@code form_data}: only members by which the server itself changes a query, such as
 *     {@code x_axis}, and which columns of a table are times
 * @param leftOut what the chart does beyond one SQL statement, by Superset's names ({@code post_processing}, {@code
 *     time_offsets}, …); copied and sorted. What runs is the SQL alone
 */
public record ChartQuery(
        Source source,
        Map<String, @Nullable Object> query,
        Map<String, @Nullable Object> formData,
        Set<String> leftOut) {

    /** Where a query was read from. */
    public enum Source {
        /** The query context that Superset saved with the chart. */
        QUERY_CONTEXT,
        /** The chart's form data, of which the query was built as Superset's page does. */
        FORM_DATA
    }

    /** Copies the maps, values included. */
    public ChartQuery {
        query = PlainValues.copy(query);
        formData = PlainValues.copy(formData);
        leftOut = Collections.unmodifiableSet(new TreeSet<>(leftOut));
    }

    /**
     * Returns the query as a dashboard would send it.
     *
     * @param filters the filters of the dashboard that reach this chart
     * @return the query with them
     */
    public ChartQuery with(DashboardFilters filters) {
        return new ChartQuery(source, new Overlay(query, formData).apply(filters), formData, leftOut);
    }

    /**
     * Returns a hash over everything that decides the SQL.
     *
     * @return 64 hexadecimal digits; the same as long as nothing changes that decides the SQL
     */
    public String revision() {
        return ChartRevision.of(this);
    }

    /** Returns no values: they are not for logs. */
    @Override
    public String toString() {
        return "ChartQuery[" + source + ", leftOut=" + leftOut + "]";
    }
}
