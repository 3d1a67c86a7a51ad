package io.dsreview.superset.chart;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What of a chart's form is sent beside its query: only members by which the server itself changes a query. */
final class FormData {

    /** Which columns are times: not for the server, but for a dashboard's time grain. */
    static final String TEMPORAL_COLUMNS = "temporal_columns_lookup";

    private static final List<String> MEMBERS = List.of(
            "datasource",
            "slice_id",
            "dashboardId",
            "x_axis",
            "tooltip_contents",
            "currency_format",
            "server_pagination",
            TEMPORAL_COLUMNS);

    private FormData() {}

    static Map<String, @Nullable Object> sent(String type, Map<String, @Nullable Object> form) {
        Map<String, @Nullable Object> sent = new LinkedHashMap<>();
        sent.put("viz_type", type);
        for (String member : MEMBERS) {
            if (form.get(member) != null) {
                sent.put(member, form.get(member));
            }
        }
        if (!type.equals(ChartType.TABLE) || ChartType.isRawTable(type, form)) {
            sent.remove(TEMPORAL_COLUMNS); // only of groups in a table are times cut to a grain
        }
        return sent;
    }
}
