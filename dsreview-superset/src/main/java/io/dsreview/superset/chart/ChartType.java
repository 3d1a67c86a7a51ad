package io.dsreview.superset.chart;

import io.dsreview.superset.chart.QueryObject.Axis;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What types of charts do to the common query, each in its own way. */
final class ChartType {

    static final String TABLE = "table";

    private static final Set<String> TIMESERIES = Set.of(
            "echarts_timeseries",
            "echarts_timeseries_line",
            "echarts_timeseries_bar",
            "echarts_timeseries_smooth",
            "echarts_timeseries_scatter",
            "echarts_timeseries_step",
            "echarts_area");

    private final Map<String, @Nullable Object> form;
    private final Map<String, @Nullable Object> query;

    private ChartType(Map<String, @Nullable Object> form, Map<String, @Nullable Object> query) {
        this.form = form;
        this.query = query;
    }

    static boolean isKnown(String type) {
        return TIMESERIES.contains(type)
                || Set.of(TABLE, "pie", "big_number", "big_number_total").contains(type);
    }

    /** Tells whether a table shows plain rows; without a mode it does if it names columns for them. */
    static boolean isRawTable(String type, Map<String, @Nullable Object> form) {
        boolean aggregate = "aggregate".equals(form.get("query_mode"));
        boolean raw = "raw".equals(form.get("query_mode"));
        return type.equals(TABLE) && (raw || (!aggregate && !Fields.isEmpty(form.get("all_columns"))));
    }

    /** Changes a common query to that of a known type. */
    static void apply(String type, Map<String, @Nullable Object> form, Map<String, @Nullable Object> query) {
        ChartType chart = new ChartType(form, query);
        switch (type) {
            case TABLE -> chart.table();
            case "pie" -> chart.pie();
            case "big_number" -> chart.bigNumber();
            case "big_number_total" -> {}
            default -> chart.timeseries();
        }
        chart.markAxis();
    }

    private void table() {
        if (Boolean.TRUE.equals(form.get("server_pagination"))) {
            firstPage();
        }
        if (isRawTable(TABLE, form)) {
            return;
        }
        List<@Nullable Object> metrics = metrics();
        List<@Nullable Object> sortBy = Fields.list(form.get("timeseries_limit_metric"));
        if (!sortBy.isEmpty() && !Fields.isEmpty(sortBy.get(0))) {
            orderBy(sortBy.get(0), !Boolean.TRUE.equals(form.get("order_desc")));
        } else if (!metrics.isEmpty()) {
            orderBy(metrics.get(0), false);
        }
        metrics.addAll(Fields.list(form.get("percent_metrics")));
        query.put("metrics", Labels.distinct(metrics, Labels::ofMetric));
        List<@Nullable Object> columns = Fields.list(query.get("columns"));
        query.put("columns", Axis.temporalFirst(columns, Fields.text(form.get("time_grain_sqla")), form));
    }

    /** A table that asks for one page at a time begins with the first. */
    private void firstPage() {
        Long page = Fields.number(form.get("server_page_length"));
        if (page != null && page > 0) {
            query.put("row_limit", page);
            query.put("row_offset", 0L);
        }
    }

    private void pie() {
        if (Boolean.TRUE.equals(form.get("sort_by_metric"))) {
            orderBy(form.get("metric"), false);
        }
    }

    private void bigNumber() {
        List<@Nullable Object> axis = Axis.of(form);
        query.put("columns", axis);
        if (axis.isEmpty()) {
            query.put("is_timeseries", true);
        }
    }

    private void timeseries() {
        order();
        List<@Nullable Object> axis = Axis.of(form);
        List<@Nullable Object> groups = Fields.list(form.get("groupby"));
        List<@Nullable Object> metrics = metrics();
        List<@Nullable Object> sortBy = Fields.list(form.get("timeseries_limit_metric"));
        boolean sortsAxis = groups.isEmpty()
                && !sortBy.isEmpty()
                && Labels.ofMetric(sortBy.get(0)).equals(form.get("x_axis_sort"));
        if (sortsAxis) {
            metrics.addAll(sortBy.subList(0, 1));
        }
        query.put("metrics", Labels.distinct(metrics, Labels::ofMetric));
        if (axis.isEmpty()) {
            query.put("is_timeseries", true);
        }
        List<@Nullable Object> columns = new ArrayList<>(axis);
        columns.addAll(groups);
        query.put("columns", columns);
        query.remove("series_columns");
        if (form.get("groupby") != null) {
            query.put("series_columns", form.get("groupby"));
        }
    }

    /** The first order that is complete; else by what limits the series; else by the first metric. */
    private void order() {
        List<@Nullable Object> orders = Fields.list(query.get("orderby"));
        boolean complete = !orders.isEmpty()
                && orders.get(0) instanceof List<?> pair
                && pair.size() == 2
                && !Fields.isEmpty(pair.get(0))
                && pair.get(1) instanceof Boolean;
        if (complete) {
            return;
        }
        query.remove("orderby");
        boolean ascending = !Boolean.TRUE.equals(query.get("order_desc"));
        List<@Nullable Object> metrics = metrics();
        if (!Fields.isEmpty(query.get("series_limit_metric"))) {
            orderBy(query.get("series_limit_metric"), ascending);
        } else if (!metrics.isEmpty()) {
            orderBy(metrics.get(0), ascending);
        }
    }

    private void orderBy(@Nullable Object metric, boolean ascending) {
        List<@Nullable Object> pair = new ArrayList<>();
        pair.add(metric);
        pair.add(ascending);
        query.put("orderby", Fields.list(List.of(pair)));
    }

    private List<@Nullable Object> metrics() {
        return Fields.list(query.get("metrics"));
    }

    private void markAxis() {
        List<@Nullable Object> columns = Fields.list(query.get("columns"));
        for (Object axis : Axis.of(form)) {
            int at = columns.indexOf(axis);
            if (at >= 0) {
                Object grain = Fields.object(query.get("extras")).get("time_grain_sqla");
                Map<String, @Nullable Object> marked = Axis.marked(axis, grain);
                if (axis instanceof String) {
                    marked.put("isColumnReference", true); // 6.1; earlier versions take no notice
                }
                columns.set(at, marked);
                query.put("columns", columns);
                query.remove("is_timeseries");
            }
        }
    }
}
