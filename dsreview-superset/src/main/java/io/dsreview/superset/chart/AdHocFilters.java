package io.dsreview.superset.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The filters of a chart's form: simple ones become conditions, SQL becomes {@code extras.where} and {@code extras.having}.
 * A simple one on {@code HAVING} does nothing in Superset either.
 */
final class AdHocFilters {

    private static final Set<String> WITHOUT_VALUE = Set.of("IS NULL", "IS NOT NULL");

    private final List<@Nullable Object> conditions = new ArrayList<>();
    private final List<String> where = new ArrayList<>();
    private final List<String> having = new ArrayList<>();

    AdHocFilters(Map<String, @Nullable Object> form) {
        String ownWhere = Fields.text(form.get("where"));
        if (ownWhere != null) {
            where.add(ownWhere);
        }
        Fields.list(form.get("adhoc_filters")).forEach(filter -> add(Fields.object(filter)));
        Map<String, @Nullable Object> extra = Fields.object(form.get("extra_form_data"));
        Fields.list(extra.get("adhoc_filters")).forEach(filter -> add(Fields.object(filter)));
    }

    List<@Nullable Object> conditions() {
        return conditions;
    }

    String where() {
        return joined(where);
    }

    String having() {
        return joined(having);
    }

    private void add(Map<String, @Nullable Object> filter) {
        boolean onRows = "WHERE".equals(filter.get("clause"));
        if (!"SIMPLE".equals(filter.get("expressionType"))) {
            String sql = Fields.text(filter.get("sqlExpression"));
            if (sql != null) {
                (onRows ? where : having).add(sql);
            }
        } else if (onRows) {
            conditions.add(condition(filter));
        }
    }

    private static Map<String, @Nullable Object> condition(Map<String, @Nullable Object> filter) {
        Map<String, @Nullable Object> condition = new LinkedHashMap<>();
        condition.put("col", filter.get("subject"));
        condition.put("op", filter.get("operator"));
        boolean valued = !(filter.get("operator") instanceof String operator) || !WITHOUT_VALUE.contains(operator);
        if (valued && filter.containsKey("comparator")) {
            condition.put("val", filter.get("comparator"));
        }
        if (filter.get("timeGrain") != null) {
            condition.put("grain", filter.get("timeGrain"));
        }
        return condition;
    }

    /** A comment at the end must not swallow the bracket. */
    private static String joined(List<String> clauses) {
        return clauses.stream()
                .map(clause -> "(" + clause + (clause.contains("--") ? "\n" : "") + ")")
                .collect(Collectors.joining(" AND "));
    }
}
