package io.dsreview.superset.chart;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What of a chart's form is sent beside its query: only members by which the server itself changes a query. */
final class FormData {

    private static final List<String> MEMBERS = List.of(
            "datasource",
            "slice_id",
            "dashboardId",
            "x_axis",
            "tooltip_contents",
            "currency_format",
            "server_pagination",
            "temporal_columns_lookup");

    private FormData() {}

    static Map<String, @Nullable Object> sent(String type, Map<String, @Nullable Object> form) {
        Map<String, @Nullable Object> sent = new LinkedHashMap<>();
        sent.put("viz_type", type);
        for (String member : MEMBERS) {
            if (form.get(member) != null) {
                sent.put(member, form.get(member));
            }
        }
        return sent;
    }
}
