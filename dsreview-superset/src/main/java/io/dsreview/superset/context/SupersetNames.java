package io.dsreview.superset.context;

import java.util.Set;

/**
 * Names that Superset defines in the templates of a dataset, up to 6.1 (superset/jinja_context.py and template_kwargs in
 * superset/models/helpers.py).
 */
final class SupersetNames {

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

    private static final Set<String> MACROS = Set.of(
            "cache_key_wrapper",
            "current_user_email",
            "current_user_id",
            "current_user_rls_rules",
            "current_user_roles",
            "current_username",
            "dataset",
            "filter_values",
            "get_filters",
            "get_time_filter",
            "metric",
            "url_param");

    /** Some databases' own macros, such as {@code presto.latest_partition}. */
    private static final Set<String> ENGINES = Set.of("hive", "presto", "spark", "trino");

    private SupersetNames() {}

    static boolean isDefined(String name) {
        return CHART_VARIABLES.contains(name) || MACROS.contains(name) || ENGINES.contains(name);
    }
}
