package io.dsreview.superset.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the queries of all types of charts have in common, built of a chart's form. */
final class QueryObject {

    private QueryObject() {}

    /** Builds it; what the form holds for a dashboard's filters is not in it. */
    static Map<String, @Nullable Object> of(Map<String, @Nullable Object> form, QueryFields fields) {
        AdHocFilters filters = new AdHocFilters(form);
        Map<String, @Nullable Object> query = new LinkedHashMap<>();
        query.put("columns", fields.columns());
        put(query, "metrics", fields.metrics());
        put(query, "orderby", fields.order().isEmpty() ? null : fields.order());
        query.put("filters", filters.conditions());
        Map<String, @Nullable Object> extras = new LinkedHashMap<>();
        put(extras, "time_grain_sqla", Fields.text(form.get("time_grain_sqla")));
        extras.put("having", filters.having());
        extras.put("where", filters.where());
        query.put("extras", extras);
        for (String time : List.of("time_range", "since", "until")) {
            put(query, time, Fields.text(form.get(time)));
        }
        String granularity = Fields.text(form.get("granularity"));
        put(query, "granularity", granularity != null ? granularity : Fields.text(form.get("granularity_sqla")));
        put(query, "row_limit", Fields.number(form.get("row_limit")));
        put(query, "row_offset", Fields.number(form.get("row_offset")));
        put(query, "series_columns", form.get("series_columns"));
        Object seriesLimit = form.get("series_limit") != null ? form.get("series_limit") : form.get("limit");
        Long limit = Fields.number(seriesLimit);
        query.put("series_limit", limit == null ? 0L : limit);
        Object metric = form.get("series_limit_metric");
        put(query, "series_limit_metric", Fields.isEmpty(metric) ? form.get("timeseries_limit_metric") : metric);
        if (Boolean.TRUE.equals(form.get("group_others_when_limit_reached"))) {
            query.put("group_others_when_limit_reached", true);
        }
        query.put("order_desc", !form.containsKey("order_desc") || Boolean.TRUE.equals(form.get("order_desc")));
        query.put("url_params", Fields.object(form.get("url_params")));
        return query;
    }

    private static void put(Map<String, @Nullable Object> query, String name, @Nullable Object value) {
        if (value != null) {
            query.put(name, value);
        }
    }

    /** The column that is the axis of a chart, and by which times are cut to the grain. */
    static final class Axis {

        static final String TYPE = "BASE_AXIS";

        private Axis() {}

        /** Returns the axis that a form names, as a list of one; empty if it names none. */
        static List<@Nullable Object> of(Map<String, @Nullable Object> form) {
            Object axis = form.get("x_axis");
            boolean named = Fields.text(axis) != null
                    || (Fields.object(axis).get("sqlExpression") != null
                            && Fields.object(axis).get("label") != null);
            return named ? Fields.list(axis) : new ArrayList<>();
        }

        /** Returns a column as the axis. */
        static Map<String, @Nullable Object> marked(@Nullable Object column, @Nullable Object grain) {
            Map<String, @Nullable Object> axis = new LinkedHashMap<>();
            if (grain != null) {
                axis.put("timeGrain", grain);
            }
            axis.put("columnType", TYPE);
            if (column instanceof Map<?, ?>) {
                axis.putAll(Fields.object(column));
            } else {
                axis.put("sqlExpression", column);
                axis.put("label", column);
                axis.put("expressionType", "SQL");
            }
            return axis;
        }

        /** Puts the first temporal column of a table in front, cut to the grain (Superset 4.1 and later). */
        static List<@Nullable Object> temporalFirst(
                List<@Nullable Object> columns, @Nullable Object grain, Map<String, @Nullable Object> form) {
            Map<String, @Nullable Object> temporal = Fields.object(form.get(FormData.TEMPORAL_COLUMNS));
            for (Object column : columns) {
                if (grain != null && column instanceof String name && !Fields.isEmpty(temporal.get(name))) {
                    List<@Nullable Object> sorted = new ArrayList<>(columns);
                    sorted.remove(column);
                    sorted.add(0, marked(column, grain));
                    return sorted;
                }
            }
            return columns;
        }
    }
}
