package io.dsreview.superset.chart;

import static io.dsreview.superset.chart.Charts.built;
import static io.dsreview.superset.chart.Charts.saved;
import static io.dsreview.superset.chart.Charts.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DashboardFiltersTest {

    private static final DashboardFilters NOTHING = new DashboardFilters(List.of(), null, null, null, Map.of());

    private static DashboardFilters grain(String grain) {
        return new DashboardFilters(List.of(), null, null, grain, Map.of());
    }

    @Test
    void comeBeforeTheChartsOwn() {
        ChartQuery own = saved(
                "[{'columns': ['a'], 'filters': [{'col': 'b', 'op': '==', 'val': 1}], 'url_params': {'p': '1', 'q': '2'}}]");

        ChartQuery query = own.with(
                new DashboardFilters(List.of(Map.of("col", "c")), "Last week", "at", null, Map.of("p", "3", "r", "4")));

        assertThat(text(query.query().get("filters"))).isEqualTo("[{'col':'c'},{'col':'b','op':'==','val':1}]");
        assertThat(text(query.query().get("url_params"))).contains("'p':'3'", "'q':'2'", "'r':'4'");
        assertThat(query.query()).containsEntry("time_range", "Last week").containsEntry("granularity", "at");
    }

    @Test
    void leaveTheQueryAsItIsWithoutAny() {
        ChartQuery own =
                built("table", "{'query_mode': 'aggregate', 'groupby': ['a'], 'metrics': ['m'], 'row_limit': 5}");

        assertThat(own.with(NOTHING)).isEqualTo(own);
    }

    @Test
    void setTheGrainOfTheAxis() {
        ChartQuery query = built("echarts_area", "{'x_axis': 'at', 'time_grain_sqla': 'P1M', 'metrics': ['m']}")
                .with(grain("P1Y"));

        assertThat(text(query.query().get("columns")))
                .contains("'timeGrain':'P1Y'")
                .doesNotContain("P1M");
        assertThat(text(query.query().get("extras"))).isEqualTo("{'time_grain_sqla':'P1Y','having':'','where':''}");
    }

    @Test
    void setTheGrainOfATablesTime() {
        String form = "{'query_mode': '%s', 'groupby': ['a', 'at'], 'all_columns': ['a', 'at'], 'metrics': ['m'],"
                + " 'temporal_columns_lookup': {'at': true}}";

        ChartQuery groups = built("table", form.formatted("aggregate")).with(grain("P1D"));
        ChartQuery rows = built("table", form.formatted("raw")).with(grain("P1D"));

        assertThat(text(groups.query().get("columns")))
                .startsWith("[{'timeGrain':'P1D'")
                .endsWith(",'a']");
        assertThat(text(rows.query().get("columns"))).isEqualTo("['a','at']");
    }
}
