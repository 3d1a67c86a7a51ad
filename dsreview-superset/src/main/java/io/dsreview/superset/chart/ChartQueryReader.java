package io.dsreview.superset.chart;

import io.dsreview.superset.http.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the query of a chart from what is saved with it. The saved query context is preferred, since it is Superset's own
 * word; without one the query is built of the form data, for the types {@code table}, {@code pie}, {@code big_number},
 * {@code big_number_total}, {@code echarts_area} and {@code echarts_timeseries} with its kinds. Of several queries, one is
 * taken if the others only count or total its rows. Any input gives an answer. No state: any thread may call.
 */
public final class ChartQueryReader {

    private ChartQueryReader() {}

    /**
     * Reads the query of a chart.
     *
     * @param type Superset's type of visualization; empty to take that of the form
     * @param form the chart's form data ({@code params}, parsed)
     * @param queryContext the chart's query context ({@code query_context}, parsed); absent if none is saved
     * @return the query, or why there is none
     */
    public static ChartQueryReading read(String type, Json form, Json queryContext) {
        Map<String, @Nullable Object> members = PlainValues.members(form);
        String known = type.isEmpty() ? form.at("viz_type").text("") : type;
        boolean saved = queryContext.at("queries").elements().stream()
                .findFirst()
                .filter(Json::isObject)
                .isPresent();
        return saved
                ? new QueryContextQuery(known, members, queryContext).read()
                : new FormDataQuery(known, members).read();
    }
}
