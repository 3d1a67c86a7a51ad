package io.dsreview.superset.chart;

import io.dsreview.api.error.Problem;
import io.dsreview.superset.chart.ChartQuery.Source;
import io.dsreview.superset.error.SupersetErrorCode;
import io.dsreview.superset.http.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Takes a chart's query out of its saved query context. Only members that decide the SQL are taken: a query's own {@code
 * result_type} would make Superset run it.
 */
record QueryContextQuery(String type, Map<String, @Nullable Object> form, Json context) {

    private static final Set<String> DECIDE = Set.of(
            "columns",
            "groupby",
            "metrics",
            "orderby",
            "filters",
            "extras",
            "row_limit",
            "row_offset",
            "series_columns",
            "series_limit",
            "series_limit_metric",
            "timeseries_limit",
            "timeseries_limit_metric",
            "order_desc",
            "group_others_when_limit_reached",
            "is_timeseries",
            "granularity",
            "granularity_sqla",
            "time_range",
            "since",
            "until",
            "time_shift",
            "url_params",
            "applied_time_extras");
    private static final List<String> BEYOND_ONE_STATEMENT =
            List.of("annotation_layers", "post_processing", "time_offsets");
    private static final List<String> SAME_ROWS =
            List.of("filters", "extras", "time_range", "granularity", "since", "until", "url_params");

    ChartQueryReading read() {
        List<Json> queries = context.at("queries").elements();
        Map<String, @Nullable Object> first = PlainValues.members(queries.get(0));
        boolean one = queries.stream().skip(1).allMatch(each -> isSummary(PlainValues.members(each), first));
        if (!one) {
            return new ChartQueryReading.None(
                    Problem.of(SupersetErrorCode.CHART_QUERY_SEVERAL, "queries", String.valueOf(queries.size())));
        }
        Map<String, @Nullable Object> query = new LinkedHashMap<>(first);
        query.keySet().retainAll(DECIDE);
        Set<String> leftOut = new TreeSet<>();
        BEYOND_ONE_STATEMENT.stream()
                .filter(name -> !Fields.isEmpty(first.get(name)))
                .forEach(leftOut::add);
        if (queries.size() > 1) {
            leftOut.add("totals");
        }
        Map<String, @Nullable Object> saved = PlainValues.members(context.at("form_data"));
        Map<String, @Nullable Object> sent = FormData.sent(type, saved.isEmpty() ? form : saved);
        return new ChartQueryReading.Found(new ChartQuery(Source.QUERY_CONTEXT, query, sent, leftOut));
    }

    /** The number of rows, or totals over the same rows: what a table shows beside them. */
    private static boolean isSummary(Map<String, @Nullable Object> other, Map<String, @Nullable Object> first) {
        boolean sameRows = SAME_ROWS.stream().allMatch(name -> Objects.equals(other.get(name), first.get(name)));
        boolean sums = Boolean.TRUE.equals(other.get("is_rowcount")) || Fields.isEmpty(other.get("columns"));
        return sameRows && sums && !Fields.isEmpty(first.get("columns"));
    }
}
