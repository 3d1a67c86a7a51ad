package io.dsreview.superset.chart;

import io.dsreview.superset.chart.QueryObject.Axis;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lays the filters of a dashboard over a query, in the order of Superset's page: its conditions first, then the chart's own. */
record Overlay(Map<String, @Nullable Object> query, Map<String, @Nullable Object> formData) {

    Map<String, @Nullable Object> apply(DashboardFilters filters) {
        Map<String, @Nullable Object> merged = new LinkedHashMap<>(query);
        List<@Nullable Object> conditions = new ArrayList<>(filters.conditions());
        conditions.addAll(Fields.list(query.get("filters")));
        merged.put("filters", conditions);
        if (filters.timeRange() != null) {
            merged.put("time_range", filters.timeRange());
        }
        if (filters.timeColumn() != null) {
            merged.put("granularity", filters.timeColumn());
        }
        if (filters.timeGrain() != null) {
            Map<String, @Nullable Object> extras = Fields.object(query.get("extras"));
            extras.put("time_grain_sqla", filters.timeGrain());
            merged.put("extras", extras);
            merged.put("columns", columns(filters.timeGrain()));
        }
        Map<String, @Nullable Object> parameters = Fields.object(query.get("url_params"));
        parameters.putAll(filters.urlParameters());
        merged.put("url_params", parameters);
        return merged;
    }

    private List<@Nullable Object> columns(String grain) {
        List<@Nullable Object> columns = new ArrayList<>();
        boolean found = false;
        for (Object column : Fields.list(query.get("columns"))) {
            if (column instanceof Map<?, ?>
                    && Axis.TYPE.equals(Fields.object(column).get("columnType"))) {
                Map<String, @Nullable Object> axis = Fields.object(column);
                axis.put("timeGrain", grain);
                columns.add(axis);
                found = true;
            } else {
                columns.add(column);
            }
        }
        return found ? columns : Axis.temporalFirst(columns, grain, formData);
    }
}
