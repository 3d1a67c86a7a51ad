package io.dsreview.live;

import java.util.List;

/**
 * A shape of link, and the link of the manifest that has it.
 *
 * @param shape the shape, as one sees it in the address bar
 * @param link the name in the manifest
 */
record MatrixRow(String shape, String link) {

    /** The rows that belong under one heading. */
    record Area(String title, List<MatrixRow> rows) {}

    static final List<Area> AREAS = List.of(
            new Area(
                    "Dashboards",
                    List.of(
                            row("/superset/dashboard/ID/", "dashboard_id"),
                            row("/superset/dashboard/SLUG/", "regional_plain"),
                            row("/superset/dashboard/UUID/", "dashboard_uuid"),
                            row("… with parameters of the user's own", "regional_region"),
                            row("… ?native_filters_key=", "regional_filter_key"),
                            row("… ?native_filters_key= that expired", "regional_expired_key"),
                            row("… ?native_filters_key= of another dashboard", "filter_key_of_another_dashboard"),
                            row("… ?native_filters=", "native_filters"),
                            row("… ?native_filters= cut short", "native_filters_broken"),
                            row("… ?native_filters= beside a key", "native_filters_and_key"),
                            row("… ?permalink_key=", "permalink_key"),
                            row("… ?permalink_key= that names nothing", "permalink_key_gone"),
                            row("… ?preselect_filters=", "preselect_filters"),
                            row("… #TAB or #CHART", "dashboard_chart_anchor"),
                            row("/superset/dashboard/p/KEY/", "regional_permalink"),
                            row("/superset/dashboard/p/KEY/ with more parameters", "permalink_with_parameters"),
                            row("/superset/dashboard/p/KEY/ that names nothing", "permalink_gone"),
                            row("/superset/dashboard/SLUG/, the slug made of digits", "dashboard_slug_of_digits"),
                            row("/superset/dashboard/SLUG/ that is not there", "dashboard_missing"),
                            row("/dashboard/SLUG/embedded", "dashboard_embedded_slug"),
                            row("/embedded/UUID", "embedded"))),
            new Area(
                    "Charts",
                    List.of(
                            row("/explore/?slice_id=", "explore_chart"),
                            row("/explore/?slice_id= that is not there", "explore_missing_chart"),
                            row("/superset/slice/ID/", "explore_slice"),
                            row("/chart/edit/ID", "chart_edit"),
                            row("/explore/?datasource_id=", "explore_dataset"),
                            row("/explore/?datasource=ID__table", "explore_datasource"),
                            row("/explore/?datasource= that is not there", "explore_missing_dataset"),
                            row("/explore/?viz_type=&datasource=", "explore_new_chart"),
                            row("/superset/explore/table/ID/", "explore_table"),
                            row("… with parameters of the user's own", "explore_url_parameters"),
                            row("… ?form_data=", "explore_form_data"),
                            row("… ?form_data= encoded twice", "explore_form_data_twice"),
                            row("… ?form_data_key=", "explore_form_data_key"),
                            row("… ?form_data_key= that expired", "explore_expired_key"),
                            row("/superset/explore/p/KEY/", "explore_permalink"),
                            row("/explore/p/KEY/", "explore_permalink_short"),
                            row("/superset/explore/p/KEY/ that names nothing", "explore_permalink_gone"))),
            new Area(
                    "SQL Lab",
                    List.of(
                            row("/sqllab/?dbid=&sql=", "sqllab"),
                            row("/sqllab/?dbid=&sql= with template variables", "sqllab_templated"),
                            row("/sqllab/?dbname=&sql=", "sqllab_database_name"),
                            row("/superset/sqllab?dbid=&sql=", "sqllab_old_address"),
                            row("/sqllab/?datasourceKey=", "sqllab_dataset"),
                            row("/sqllab/?datasourceKey=&sql=", "sqllab_dataset_sql"),
                            row("/sqllab/?savedQueryId=", "sqllab_saved_query"),
                            row("/sqllab/?savedQueryId= that is not there", "sqllab_saved_query_missing"),
                            row("/sqllab/?queryId= with template variables", "sqllab_query"),
                            row("/sqllab/p/KEY", "sqllab_permalink"),
                            row("/sqllab/p/KEY that names nothing", "sqllab_permalink_gone"),
                            row("/sqllab/?id=", "sqllab_legacy_id"),
                            row("/sqllab/?new=true", "sqllab_new"),
                            row("/sqllab/history/", "sqllab_history"))),
            new Area(
                    "Datasets and other pages",
                    List.of(
                            row("/dataset/ID", "dataset_page"),
                            row("/dataset/ID that is not there", "dataset_missing"),
                            row("/tablemodelview/edit/ID", "dataset_edit"),
                            row("/tablemodelview/list/", "dataset_list"),
                            row("/chart/list/", "chart_list"),
                            row("/dashboard/list/", "dashboard_list"),
                            row("/savedqueryview/list/", "saved_query_list"),
                            row("/databaseview/list/", "database_list"),
                            row("/superset/welcome/", "welcome"),
                            row("/r/ID", "short_url"))));

    private static MatrixRow row(String shape, String link) {
        return new MatrixRow(shape, link);
    }
}
