package io.dsreview.superset.chart;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the filters of a dashboard do to a chart's query, after they are merged: of two that set a time, the later one wins.
 *
 * @param conditions in the words of {@code queries[].filters}: {@code col}, {@code op}, {@code val}; copied. They come before
 *     the chart's own
 * @param timeRange Superset's words for a time range, which also replaces the chart's own; or null for none
 * @param timeColumn the time column; or null to leave it
 * @param timeGrain ISO 8601 duration of the time grain; or null to leave it
 * @param urlParameters values for {@code url_param}, which win over the chart's own; copied
 */
public record DashboardFilters(
        List<Map<String, @Nullable Object>> conditions,
        @Nullable String timeRange,
        @Nullable String timeColumn,
        @Nullable String timeGrain,
        Map<String, String> urlParameters) {

    /** Copies list and maps. */
    public DashboardFilters {
        conditions = conditions.stream().map(PlainValues::copy).toList();
        urlParameters = Map.copyOf(urlParameters);
    }
}
