package io.dsreview.superset.chart;

import io.dsreview.superset.http.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Columns, metrics and order of a form: several members feed each of them, in the order in which they were saved. */
final class QueryFields {

    private static final Set<String> METRICS =
            Set.of("metrics", "metric", "metric_2", "secondary_metric", "x", "y", "size");
    private static final Set<String> GROUPS = Set.of("groupby", "series");
    private static final Set<String> COLUMNS = Set.of("columns", "all_columns");
    private static final Set<String> ORDERS = Set.of("orderby", "order_by_cols");

    private final boolean raw;
    private final List<@Nullable Object> columns = new ArrayList<>();
    private final List<@Nullable Object> metrics = new ArrayList<>();
    private final List<@Nullable Object> order = new ArrayList<>();
    private boolean readable = true;

    QueryFields(Map<String, @Nullable Object> form) {
        this.raw = "raw".equals(form.get("query_mode"));
        boolean aggregate = "aggregate".equals(form.get("query_mode"));
        form.forEach((name, value) -> {
            if ((METRICS.contains(name) && !raw)) {
                metrics.addAll(Fields.list(value));
            } else if ((COLUMNS.contains(name) && !aggregate) || (GROUPS.contains(name) && !raw)) {
                columns.addAll(Fields.list(value));
            } else if (ORDERS.contains(name)) {
                Fields.list(value).forEach(this::addOrder);
            }
        });
    }

    /** Tells whether every order could be read; Superset's page draws nothing where one cannot. */
    boolean isReadable() {
        return readable;
    }

    List<@Nullable Object> columns() {
        return Labels.distinct(
                columns.stream().filter(column -> !"".equals(column)).toList(), Labels::ofColumn);
    }

    /** Returns the metrics, or null where plain rows are asked for. */
    @Nullable
    List<@Nullable Object> metrics() {
        return raw ? null : Labels.distinct(metrics, Labels::ofMetric);
    }

    List<@Nullable Object> order() {
        return order;
    }

    /** An order is a pair of column and direction, often saved as the text of it. */
    private void addOrder(@Nullable Object value) {
        Object pair = value instanceof String text ? PlainValues.of(Json.parse(text)) : value;
        readable &= pair instanceof List<?>;
        order.add(pair);
    }
}
