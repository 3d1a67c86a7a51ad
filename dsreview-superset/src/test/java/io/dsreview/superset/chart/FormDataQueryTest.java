package io.dsreview.superset.chart;

import static io.dsreview.superset.chart.Charts.built;
import static io.dsreview.superset.chart.Charts.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.superset.chart.ChartQuery.Source;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is expected is what the page of Superset 6.1 sends, by its own code. */
class FormDataQueryTest {

    private static void assertPart(ChartQuery query, String part, String json) {
        assertThat(text(query.query().get(part))).isEqualTo(json);
    }

    @Nested
    class Table {

        @Test
        void groupsAndOrdersByItsFirstMetric() {
            ChartQuery query = built("table", """
                    {'query_mode': 'aggregate', 'groupby': ['region', 'status', 'region'], 'all_columns': ['other'],
                     'metrics': ['total', 'count'], 'row_limit': '100'}""");

            assertThat(query.source()).isEqualTo(Source.FORM_DATA);
            assertPart(query, "columns", "['region','status']");
            assertPart(query, "metrics", "['total','count']");
            assertPart(query, "orderby", "[['total',false]]");
            assertPart(query, "row_limit", "100");
        }

        @Test
        void ordersByTheMetricItIsSortedBy() {
            ChartQuery query = built("table", """
                    {'query_mode': 'aggregate', 'groupby': ['region'], 'metrics': ['total'],
                     'timeseries_limit_metric': ['count'], 'order_desc': false}""");

            assertPart(query, "orderby", "[['count',true]]");
        }

        @Test
        void addsPercentMetricsOnce() {
            ChartQuery query = built("table", """
                    {'query_mode': 'aggregate', 'metrics': ['count'], 'percent_metrics': ['total', 'count'],
                     'show_totals': true}""");

            assertPart(query, "metrics", "['count','total']");
            assertThat(query.leftOut()).containsExactly("percent_metrics", "show_totals");
        }

        @Test
        void showsPlainRowsInTheirOrder() {
            ChartQuery query = built("table", """
                    {'query_mode': 'raw', 'all_columns': ['id', 'region'], 'groupby': ['status'], 'metrics': ['count'],
                     'order_by_cols': ['[\\\\'region\\\\', false]', ['id', true]]}""".replace("\\\\'", "\\\""));

            assertPart(query, "columns", "['id','region']");
            assertThat(query.query()).doesNotContainKey("metrics");
            assertPart(query, "orderby", "[['region',false],['id',true]]");
        }

        @Test
        void asksForItsFirstPage() {
            ChartQuery query = built("table", """
                    {'query_mode': 'raw', 'all_columns': ['id'], 'server_pagination': true, 'server_page_length': 10,
                     'row_limit': 1000}""");

            assertPart(query, "row_limit", "10");
            assertThat(query.leftOut()).containsExactly("server_pagination");
        }

        @Test
        void cutsItsFirstTimeToTheGrain() {
            ChartQuery query = built("table", """
                    {'query_mode': 'aggregate', 'groupby': ['region', 'at'], 'metrics': ['count'],
                     'time_grain_sqla': 'P1Y', 'temporal_columns_lookup': {'at': true}}""");

            assertPart(
                    query,
                    "columns",
                    "[{'timeGrain':'P1Y','columnType':'BASE_AXIS','sqlExpression':'at','label':'at','expressionType':'SQL'},'region']");
        }
    }

    @Nested
    class Numbers {

        @Test
        void askForOneMetric() {
            ChartQuery query = built("big_number_total", """
                    {'metric': {'expressionType': 'SQL', 'sqlExpression': 'MAX(a)', 'label': 'most'}}""");

            assertPart(query, "columns", "[]");
            assertPart(query, "metrics", "[{'expressionType':'SQL','sqlExpression':'MAX(a)','label':'most'}]");
            assertThat(query.query()).doesNotContainKeys("orderby", "is_timeseries");
        }

        @Test
        void canHaveATrend() {
            ChartQuery query = built("big_number", "{'metric': 'count', 'x_axis': 'at', 'time_grain_sqla': 'P1M'}");

            assertPart(
                    query,
                    "columns",
                    "[{'timeGrain':'P1M','columnType':'BASE_AXIS','sqlExpression':'at','label':'at','expressionType':'SQL','isColumnReference':true}]");
            assertThat(query.query()).doesNotContainKey("is_timeseries");
        }

        @Test
        void canHaveATrendOverTheTimeColumn() {
            ChartQuery query = built("big_number", "{'metric': 'count', 'granularity_sqla': 'at'}");

            assertPart(query, "granularity", "'at'");
            assertPart(query, "is_timeseries", "true");
        }
    }

    @Test
    void ordersAPieByItsMetricIfItIsSorted() {
        assertPart(
                built("pie", "{'groupby': ['s'], 'metric': 'count', 'sort_by_metric': true}"),
                "orderby",
                "[['count',false]]");
        assertThat(built("pie", "{'groupby': ['s'], 'metric': 'count'}").query())
                .doesNotContainKey("orderby");
    }

    @Nested
    class Timeseries {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "echarts_timeseries",
                    "echarts_timeseries_line",
                    "echarts_timeseries_bar",
                    "echarts_timeseries_smooth",
                    "echarts_timeseries_scatter",
                    "echarts_timeseries_step",
                    "echarts_area"
                })
        void drawsSeriesOverItsAxis(String type) {
            ChartQuery query = built(type, """
                    {'x_axis': 'at', 'time_grain_sqla': 'P1M', 'metrics': ['count'], 'groupby': ['region'], 'limit': '3',
                     'timeseries_limit_metric': 'total', 'time_compare': ['1 year ago'], 'rolling_type': 'None'}""");

            assertPart(
                    query,
                    "columns",
                    "[{'timeGrain':'P1M','columnType':'BASE_AXIS','sqlExpression':'at','label':'at','expressionType':'SQL','isColumnReference':true},'region']");
            assertPart(query, "series_columns", "['region']");
            assertPart(query, "series_limit", "3");
            assertPart(query, "series_limit_metric", "'total'");
            assertPart(query, "orderby", "[['total',false]]");
            assertPart(query, "extras", "{'time_grain_sqla':'P1M','having':'','where':''}");
            assertThat(query.formData()).containsEntry("x_axis", "at");
            assertThat(query.leftOut()).containsExactly("time_compare");
        }

        @Test
        void takesAnExpressionForItsAxis() {
            ChartQuery query = built("echarts_timeseries_bar", """
                    {'x_axis': {'sqlExpression': 'UPPER(r)', 'label': 'up', 'expressionType': 'SQL'}, 'metrics': ['count']}""");

            assertPart(
                    query,
                    "columns",
                    "[{'columnType':'BASE_AXIS','sqlExpression':'UPPER(r)','label':'up','expressionType':'SQL'}]");
        }

        @Test
        void asksForTheMetricItsAxisIsSortedBy() {
            ChartQuery query = built("echarts_timeseries_bar", """
                    {'x_axis': 'region', 'x_axis_sort': 'total', 'timeseries_limit_metric': 'total', 'metrics': ['count']}""");

            assertPart(query, "metrics", "['count','total']");
        }

        @Test
        void fallsBackToTheTimeColumn() {
            ChartQuery query = built("echarts_timeseries_line", """
                    {'granularity_sqla': 'at', 'metrics': ['count'], 'groupby': ['region'], 'order_desc': false}""");

            assertPart(query, "columns", "['region']");
            assertPart(query, "is_timeseries", "true");
            assertPart(query, "orderby", "[['count',true]]");
        }
    }

    @Nested
    class Filters {

        private static final String ALL = """
                {'metric': 'count', 'where': 'old = 1', 'time_range': 'Last week', 'url_params': {'p': 'v'},
                 'adhoc_filters': [
                   {'expressionType': 'SIMPLE', 'clause': 'WHERE', 'subject': 'a', 'operator': 'IN', 'comparator': ['x', 1, null]},
                   {'expressionType': 'SIMPLE', 'clause': 'WHERE', 'subject': 'b', 'operator': 'IS NULL', 'comparator': 'stale'},
                   {'expressionType': 'SIMPLE', 'clause': 'WHERE', 'subject': 't', 'operator': 'TEMPORAL_RANGE', 'comparator': 'No filter'},
                   {'expressionType': 'SIMPLE', 'clause': 'HAVING', 'subject': 'c', 'operator': '>', 'comparator': 1},
                   {'expressionType': 'SQL', 'clause': 'WHERE', 'sqlExpression': 'd > 1 -- why'},
                   {'expressionType': 'SQL', 'clause': 'HAVING', 'sqlExpression': 'COUNT(*) > 2'}],
                 'extra_form_data': {'filters': [{'col': 'e', 'op': '==', 'val': 5}], 'time_range': 'Last year',
                   'adhoc_filters': [{'expressionType': 'SQL', 'clause': 'WHERE', 'sqlExpression': 'f'}]}}""";

        @Test
        void becomeConditionsAndSql() {
            ChartQuery query = built("big_number_total", ALL);

            assertPart(
                    query,
                    "filters",
                    "[{'col':'e','op':'==','val':5},{'col':'a','op':'IN','val':['x',1,null]},{'col':'b','op':'IS NULL'},"
                            + "{'col':'t','op':'TEMPORAL_RANGE','val':'No filter'}]");
            assertPart(
                    query, "extras", "{'having':'(COUNT(*) > 2)','where':'(old = 1) AND (d > 1 -- why\\n) AND (f)'}");
            assertPart(query, "time_range", "'Last year'");
            assertPart(query, "url_params", "{'p':'v'}");
        }
    }

    @Nested
    class Refuses {

        private static void assertRefused(String type, String form, String code) {
            assertThat(Charts.read(type, form, ""))
                    .isInstanceOfSatisfying(
                            ChartQueryReading.None.class,
                            none -> assertThat(none.problem().code()).isEqualTo(code));
        }

        @ParameterizedTest
        @ValueSource(strings = {"dist_bar", "mixed_timeseries", "pivot_table_v2", "", "<b>"})
        void otherTypes(String type) {
            assertRefused(type, "{'metric': 'count'}", "CHART_TYPE_NOT_BUILT");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "[]", "{}", "5", "{'order_by_cols': ['oops']}"})
        void formsThatCannotBeRead(String form) {
            assertRefused("table", form, "CHART_FORM_UNREADABLE");
        }
    }
}
