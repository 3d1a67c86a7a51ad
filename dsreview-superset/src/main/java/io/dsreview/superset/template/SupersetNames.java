package io.dsreview.superset.template;

import io.dsreview.superset.capability.SupersetVersion;
import java.util.Map;
import java.util.Set;

/**
 * Names that Superset defines in the templates of a dataset, up to 6.1, and since when (superset/jinja_context.py, and
 * template_kwargs in superset/models/helpers.py).
 */
final class SupersetNames {

    private static final SupersetVersion ALWAYS = new SupersetVersion(0, 0, 0);
    private static final SupersetVersion SINCE_4_1 = new SupersetVersion(4, 1, 0);
    private static final SupersetVersion SINCE_5_0 = new SupersetVersion(5, 0, 0);
    private static final SupersetVersion SINCE_6_0 = new SupersetVersion(6, 0, 0);

    private static final Map<String, SupersetVersion> MACROS = Map.ofEntries(
            Map.entry("cache_key_wrapper", ALWAYS),
            Map.entry("current_user_email", SINCE_4_1),
            Map.entry("current_user_id", ALWAYS),
            Map.entry("current_user_rls_rules", SINCE_6_0),
            Map.entry("current_user_roles", SINCE_6_0),
            Map.entry("current_username", ALWAYS),
            Map.entry("dataset", ALWAYS),
            Map.entry("filter_values", ALWAYS),
            Map.entry("get_filters", ALWAYS),
            Map.entry("get_time_filter", SINCE_5_0),
            Map.entry("metric", SINCE_4_1),
            Map.entry("url_param", ALWAYS));

    private static final Map<String, SupersetVersion> FILTERS = Map.of("where_in", ALWAYS, "to_datetime", SINCE_6_0);

    /** Some databases' own macros, such as {@code presto.latest_partition}, and the kinds of database that have them. */
    private static final Map<String, Set<String>> ENGINES = Map.of(
            "hive", Set.of("hive", "spark"),
            "presto", Set.of("presto", "trino"),
            "spark", Set.of("spark"),
            "trino", Set.of("trino"));

    private static final Set<String> CHART_VARIABLES = Set.of(
            "columns",
            "filter",
            "from_dttm",
            "groupby",
            "metrics",
            "row_limit",
            "row_offset",
            "table_columns",
            "time_column",
            "time_grain",
            "to_dttm");

    private SupersetNames() {}

    static boolean isMacro(String name) {
        return MACROS.containsKey(name);
    }

    static boolean isEngine(String name) {
        return ENGINES.containsKey(name);
    }

    /** Returns the kinds of database that have an engine's macros. */
    static Set<String> databasesWith(String engine) {
        return ENGINES.getOrDefault(engine, Set.of());
    }

    static boolean isChartVariable(String name) {
        return CHART_VARIABLES.contains(name);
    }

    static boolean isFilter(String name) {
        return FILTERS.containsKey(name);
    }

    /** Returns the release from which on there is this macro or filter. */
    static SupersetVersion since(String name) {
        return MACROS.getOrDefault(name, FILTERS.getOrDefault(name, ALWAYS));
    }
}
