package io.dsreview.superset.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What columns and metrics are called in a result. Of two with the same label only the first is asked for. */
final class Labels {

    private Labels() {}

    static String ofColumn(@Nullable Object column) {
        String label = Fields.text(Fields.object(column).get("label"));
        return label != null ? label : expression(column);
    }

    static String ofMetric(@Nullable Object metric) {
        Map<String, @Nullable Object> parts = Fields.object(metric);
        String label = Fields.text(parts.get("label"));
        if (label != null) {
            return label;
        }
        if ("SIMPLE".equals(parts.get("expressionType"))) {
            Map<String, @Nullable Object> column = Fields.object(parts.get("column"));
            Object name = column.get("columnName") == null ? column.get("column_name") : column.get("columnName");
            return parts.get("aggregate") + "(" + name + ")";
        }
        return expression(metric);
    }

    private static String expression(@Nullable Object value) {
        return value instanceof Map<?, ?> parts ? String.valueOf(parts.get("sqlExpression")) : String.valueOf(value);
    }

    static List<@Nullable Object> distinct(List<@Nullable Object> values, Function<@Nullable Object, String> label) {
        Map<String, @Nullable Object> distinct = new LinkedHashMap<>();
        for (Object value : values) {
            String name = label.apply(value);
            if (!distinct.containsKey(name)) {
                distinct.put(name, value);
            }
        }
        return new ArrayList<>(distinct.values());
    }
}
