package io.dsreview.superset.chart;

import static io.dsreview.superset.chart.Charts.saved;
import static io.dsreview.superset.chart.Charts.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.superset.chart.ChartQuery.Source;
import org.junit.jupiter.api.Test;

class QueryContextQueryTest {

    @Test
    void takesTheOnlyQuery() {
        ChartQuery query = saved("""
                [{'columns': ['a'], 'metrics': ['count'], 'row_limit': 5, 'orderby': [['count', false]], 'filters': [],
                  'extras': {'where': '(b > 1.50)'}, 'url_params': {}, 'post_processing': [{'operation': 'pivot'}],
                  'time_offsets': [], 'annotation_layers': []}]""");

        assertThat(query.source()).isEqualTo(Source.QUERY_CONTEXT);
        assertThat(text(query.query()))
                .isEqualTo(
                        "{'columns':['a'],'metrics':['count'],'row_limit':5,'orderby':[['count',false]],'filters':[],"
                                + "'extras':{'where':'(b > 1.50)'},'url_params':{}}");
        assertThat(query.leftOut()).containsExactly("post_processing");
    }

    @Test
    void neverTakesWhatWouldRunTheQuery() {
        ChartQuery query = saved("""
                [{'columns': ['a'], 'result_type': 'results', 'result_format': 'csv', 'force': true,
                  'datasource': {'id': 9, 'type': 'table'}}]""");

        assertThat(query.query()).containsOnlyKeys("columns");
    }

    @Test
    void takesTheFirstOfAQueryWithItsTotals() {
        ChartQuery query = saved("""
                [{'columns': ['a'], 'metrics': ['count'], 'row_limit': 5, 'filters': [{'col': 'b', 'op': '==', 'val': 1}]},
                 {'columns': ['a'], 'is_rowcount': true, 'filters': [{'col': 'b', 'op': '==', 'val': 1}]},
                 {'columns': [], 'metrics': ['count'], 'filters': [{'col': 'b', 'op': '==', 'val': 1}]}]""");

        assertThat(text(query.query().get("row_limit"))).isEqualTo("5");
        assertThat(query.leftOut()).containsExactly("totals");
    }

    @Test
    void refusesSeveralQueries() {
        assertSeveral("[{'columns': ['a']}, {'columns': ['b']}]");
    }

    @Test
    void refusesTotalsOverOtherRows() {
        assertSeveral(
                "[{'columns': ['a'], 'filters': []}, {'columns': [], 'filters': [{'col': 'b', 'op': 'IS NULL'}]}]");
    }

    private static void assertSeveral(String queries) {
        assertThat(Charts.read("mixed_timeseries", "{}", "{'queries': " + queries + "}"))
                .isInstanceOfSatisfying(ChartQueryReading.None.class, none -> {
                    assertThat(none.problem().code()).isEqualTo("CHART_QUERY_SEVERAL");
                    assertThat(none.problem().arguments()).containsEntry("queries", "2");
                });
    }

    @Test
    void fallsBackToTheFormWithoutAQuery() {
        ChartQueryReading reading = Charts.read("pie", "{'metric': 'count', 'groupby': ['a']}", "{'queries': []}");

        assertThat(Charts.found(reading).source()).isEqualTo(Source.FORM_DATA);
    }

    @Test
    void sendsOfTheFormOnlyWhatTheServerUses() {
        ChartQueryReading reading = Charts.read("echarts_area", "{}", """
                {'queries': [{'columns': ['a']}],
                 'form_data': {'x_axis': 'a', 'datasource': '7__table', 'color_scheme': 'x', 'result_type': 'full'}}""");

        assertThat(text(Charts.found(reading).formData()))
                .isEqualTo("{'viz_type':'echarts_area','datasource':'7__table','x_axis':'a'}");
    }
}
