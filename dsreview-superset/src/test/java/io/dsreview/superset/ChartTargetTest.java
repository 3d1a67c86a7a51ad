package io.dsreview.superset;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.api.canonical.JsonText;
import io.dsreview.api.error.Problem;
import io.dsreview.api.execution.DatasetReference;
import io.dsreview.api.execution.DatasetRevision;
import io.dsreview.api.execution.EffectiveInputs;
import io.dsreview.api.execution.ExecutionTarget.ChartQuery;
import io.dsreview.api.mapping.ExecutionMapping;
import io.dsreview.api.mapping.FilterScalar;
import io.dsreview.api.mapping.FilterValue;
import io.dsreview.api.mapping.MappingTarget;
import io.dsreview.api.superset.SupersetCompilationAdapter.Compilation;
import io.dsreview.api.superset.SupersetCompilationAdapter.RevisionReading;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Compiling the query of a saved chart. */
class ChartTargetTest {

    private static final DatasetReference ORDERS = new DatasetReference(7, "orders", 3, "main", "ordered_at");
    private static final ExecutionMapping REGION = Shop.onColumn("f1", "region", "IN", FilterScalar.text("EMEA"));
    private static final String QUERY = """
            {"columns":["region"],"metrics":["count"],"row_limit":20,"orderby":[["count",false]],
             "filters":[{"col":"ordered_at","op":"TEMPORAL_RANGE","val":"No filter"}],
             "extras":{"where":"(amount > {{ url_param('min', '0') }})","having":""}}""";

    @Test
    void laysTheFiltersOverTheSavedQuery() {
        ExecutionMapping time =
                Shop.mapping("f2", new MappingTarget.Time(), new FilterValue(List.of(), "Last week", "P1W", null));
        try (FakeSuperset server = server(QUERY)) {
            assertThat(compile(server, REGION, time)).isInstanceOf(Compilation.Compiled.class);

            Map<?, ?> query = (Map<?, ?>) ((List<?>) sent(server).get("queries")).get(0);
            assertThat(query.get("columns")).isEqualTo(List.of("region"));
            assertThat(query.get("metrics")).isEqualTo(List.of("count"));
            assertThat(query.get("row_limit")).isEqualTo(20L);
            assertThat(query.get("time_range")).isEqualTo("Last week");
            assertThat(String.valueOf(query.get("filters"))).contains("EMEA", "TEMPORAL_RANGE");
            assertThat(String.valueOf(query.get("extras"))).contains("P1W", "url_param('min', '0')");
            assertThat(query.get("url_params")).isEqualTo(Map.of("min", "5"));
        }
    }

    @Test
    void namesATimeRangeThatTheChartHasNoPlaceFor() {
        ExecutionMapping time = Shop.mapping("f2", new MappingTarget.Time(), FilterValue.ofTimeRange("Last week"));
        try (FakeSuperset server = server(QUERY.replace("TEMPORAL_RANGE", "=="))) {
            assertThat(((Compilation.Compiled) compile(server, time)).leftOut())
                    .extracting(Problem::target)
                    .containsExactly("filter f2");
        }
    }

    @Test
    void theRevisionChangesWithTheChartsQuery() {
        try (FakeSuperset server = server(QUERY)) {
            DatasetRevision before = revision(server);
            assertThat(revision(server)).isEqualTo(before);

            chart(server, QUERY.replace("\"row_limit\":20", "\"row_limit\":21"), "7__table");

            assertThat(revision(server).revision()).isEqualTo(before.revision());
            assertThat(revision(server).chart()).isNotEqualTo(before.chart());
        }
    }

    @Test
    void refusesAChartThatDrawsAnotherDataset() {
        try (FakeSuperset server = server(QUERY)) {
            chart(server, QUERY, "8__table");

            assertThat(((Compilation.Failed) compile(server)).problems())
                    .extracting(Problem::code)
                    .containsExactly("CHART_OF_ANOTHER_DATASET");
        }
    }

    @Test
    void saysThatTheChartIsGone() {
        try (FakeSuperset server = server(QUERY)) {
            server.json("GET /api/v1/chart/10", 404, "{\"message\":\"Not found\"}");

            assertThat(((Compilation.Failed) compile(server)).problems())
                    .extracting(Problem::code)
                    .containsExactly("SUPERSET_NOT_FOUND");
        }
    }

    @Test
    void buildsTheQueryOfTheSettingsWhereThePageDoes() {
        String form = """
                {"datasource":"7__table","viz_type":"table","query_mode":"raw","all_columns":["region"],"row_limit":30}""";
        try (FakeSuperset server = server(QUERY)) {
            server.json(
                    "GET /api/v1/chart/10",
                    200,
                    "{\"result\":{\"viz_type\":\"table\",\"params\":" + Shop.quoted(form)
                            + ",\"query_context\":null}}");

            assertThat(compile(server)).isInstanceOf(Compilation.Compiled.class);

            Map<?, ?> query = (Map<?, ?>) ((List<?>) sent(server).get("queries")).get(0);
            assertThat(query.get("columns")).isEqualTo(List.of("region"));
            assertThat(query.get("row_limit")).isEqualTo(30L);
        }
    }

    private static FakeSuperset server(String query) {
        FakeSuperset server = Shop.server();
        chart(server, query, "7__table");
        return server;
    }

    private static void chart(FakeSuperset server, String query, String datasource) {
        String form = "{\"datasource\":\"" + datasource + "\",\"viz_type\":\"sunburst_v2\"}";
        String context =
                "{\"datasource\":{\"id\":7,\"type\":\"table\"},\"queries\":[" + query + "],\"form_data\":" + form + "}";
        server.json(
                "GET /api/v1/chart/10",
                200,
                "{\"result\":{\"viz_type\":\"sunburst_v2\",\"slice_name\":\"Orders\",\"params\":" + Shop.quoted(form)
                        + ",\"query_context\":" + Shop.quoted(context) + "}}");
    }

    private static Map<?, ?> sent(FakeSuperset server) {
        return (Map<?, ?>) JsonText.parse(
                server.requestsOf("/api/v1/chart/data").get(0).getBody().utf8());
    }

    private static DatasetRevision revision(FakeSuperset server) {
        try (Superset superset = server.connect()) {
            RevisionReading reading = superset.compilationAdapter()
                    .readRevision(FakeSuperset.PROD, ORDERS, new ChartQuery(10), FakeSuperset.ANN);
            return ((RevisionReading.Known) reading).revision();
        }
    }

    private static Compilation compile(FakeSuperset server, ExecutionMapping... mappings) {
        EffectiveInputs inputs = new EffectiveInputs(
                FakeSuperset.PROD,
                ORDERS,
                DatasetRevision.of("r1", "svc"),
                new ChartQuery(10),
                List.of(mappings),
                Map.of("min", "5"),
                Map.of());
        try (Superset superset = server.connect()) {
            return superset.compilationAdapter().compile(inputs, FakeSuperset.ANN);
        }
    }
}
