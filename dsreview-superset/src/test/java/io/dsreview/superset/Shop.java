package io.dsreview.superset;

import io.dsreview.api.canonical.JsonText;
import io.dsreview.api.execution.DatasetReference;
import io.dsreview.api.execution.DatasetRevision;
import io.dsreview.api.execution.EffectiveInputs;
import io.dsreview.api.execution.ExecutionTarget.DatasetRows;
import io.dsreview.api.execution.LaunchOutcome;
import io.dsreview.api.execution.LaunchTerms;
import io.dsreview.api.execution.SentLaunch;
import io.dsreview.api.id.FieldId;
import io.dsreview.api.id.FilterId;
import io.dsreview.api.mapping.ExecutionMapping;
import io.dsreview.api.mapping.FilterCondition;
import io.dsreview.api.mapping.FilterScalar;
import io.dsreview.api.mapping.FilterValue;
import io.dsreview.api.mapping.MappingTarget;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A small shop, in the shapes in which Superset 6.1 answers. */
public final class Shop {

    static final LaunchTerms TERMS = new LaunchTerms(50, false, null);

    public static final String DASHBOARD = "/superset/dashboard/1/";

    public static final String REGION_DEFAULT = """
            {"id":"NATIVE_FILTER-region","type":"NATIVE_FILTER","name":"Region","filterType":"filter_select",
             "targets":[{"datasetId":7,"column":{"name":"region"}}],
             "controlValues":{"multiSelect":true,"enableEmptyFilter":false,"defaultToFirstItem":false},
             "defaultDataMask":{"extraFormData":{"filters":[{"col":"region","op":"IN","val":["EMEA"]}]},
              "filterState":{"value":["EMEA"],"label":"EMEA"},"ownState":{}},
             "scope":{"rootPath":["ROOT_ID"],"excluded":[]},"chartsInScope":[10]}""";

    public static final String STATUS = """
            {"id":"NATIVE_FILTER-status","type":"NATIVE_FILTER","name":"Status","filterType":"filter_select",
             "targets":[{"datasetId":7,"column":{"name":"status"}}],"controlValues":{"enableEmptyFilter":false},
             "defaultDataMask":{"extraFormData":{},"filterState":{},"ownState":{}},
             "scope":{"rootPath":["ROOT_ID"],"excluded":[]}}""";

    public static final String TIME = """
            {"id":"NATIVE_FILTER-time","type":"NATIVE_FILTER","name":"When","filterType":"filter_time","targets":[{}],
             "defaultDataMask":{"extraFormData":{"time_range":"2024-01-01 : 2024-07-01"},
              "filterState":{"value":"2024-01-01 : 2024-07-01"}},
             "scope":{"rootPath":["ROOT_ID"],"excluded":[]}}""";

    /** The dashboard's id, slug and UUID. */
    private static final List<String> NAMES = List.of("1", "sales", "9fdeec93-23cc-4d57-b9d7-ff3b84908e12");

    private Shop() {}

    /** A server with dashboard 1 "sales", its chart 10 and its dataset 7. */
    public static FakeSuperset server(String... filters) {
        FakeSuperset server = new FakeSuperset();
        fill(server, filters);
        return server;
    }

    public static void fill(FakeSuperset server, String... filters) {
        dashboard(server, filters);
        charts(server, """
                {"result":[{"id":10,"slice_name":"Orders","form_data":{"datasource":"7__table","viz_type":"table","slice_id":10}}]}""");
        dataset(server, "SELECT region, status FROM orders WHERE region = '{{ url_param('region') }}'");
        server.json("POST /api/v1/chart/data", 200, """
                {"result":[{"language":"sql","query":"SELECT 1;"}]}""");
        server.json("POST /api/v1/sqllab/execute/", 200, """
                {"query_id":17,"status":"success","data":[{"a":1},{"a":2}],"columns":[],
                 "query":{"id":"abc","queryId":17,"state":"success","rows":2,"limit":50,"limitingFactor":"NOT_LIMITED",
                  "executedSql":"SELECT 1 LIMIT 3"}}""");
    }

    public static void dashboard(FakeSuperset server, String... filters) {
        String metadata = "{\"native_filter_configuration\":[" + String.join(",", filters) + "]}";
        String body = "{\"result\":{\"id\":1,\"slug\":\"sales\",\"dashboard_title\":\"Sales\",\"json_metadata\":"
                + quoted(metadata) + ",\"position_json\":" + quoted("""
                {"ROOT_ID":{"id":"ROOT_ID","type":"ROOT","children":["GRID_ID"]},
                 "CHART-10":{"id":"CHART-10","type":"CHART","parents":["ROOT_ID","GRID_ID","TAB-1"],"meta":{"chartId":10}}}""")
                + "}}";
        NAMES.forEach(name -> server.json("GET /api/v1/dashboard/" + name, 200, body));
    }

    public static void charts(FakeSuperset server, String body) {
        NAMES.forEach(name -> server.json("GET /api/v1/dashboard/" + name + "/charts", 200, body));
    }

    public static void dataset(FakeSuperset server, String sql) {
        server.json("GET /api/v1/dataset/7", 200, datasetBody(sql, "2026-01-01T00:00:00"));
    }

    public static String datasetBody(String sql, String changedOn) {
        return "{\"id\":7,\"result\":{\"id\":7,\"table_name\":\"orders\",\"sql\":" + quoted(sql) + ","
                + """
                "schema":"main","description":"One row per order","main_dttm_col":"ordered_at","offset":0,
                "database":{"id":3},"template_params":null,"fetch_values_predicate":null,
                "columns":[{"column_name":"region","type":"TEXT","is_dttm":false,"expression":null},
                 {"column_name":"status","type":"TEXT","is_dttm":false,"expression":null},
                 {"column_name":"amount","type":"DECIMAL(10, 2)","is_dttm":false,"expression":null},
                 {"column_name":"ordered_at","type":"DATETIME","is_dttm":true,"expression":null},
                 {"column_name":"net","type":"FLOAT","is_dttm":false,"expression":"amount * {{ url_param('rate', '1') }}"}],
                "metrics":[{"metric_name":"count","expression":"COUNT(*)"}],"""
                + "\"changed_on\":" + quoted(changedOn) + "}}";
    }

    public static void savedState(FakeSuperset server, String mask) {
        server.json("GET /api/v1/dashboard/1/filter_state/key-1", 200, "{\"value\":" + quoted(mask) + "}");
    }

    public static void permalink(FakeSuperset server, String state) {
        server.json(
                "GET /api/v1/dashboard/permalink/perma1",
                200,
                "{\"dashboardId\":\"9fdeec93-23cc-4d57-b9d7-ff3b84908e12\",\"state\":" + state + "}");
    }

    public static String quoted(String text) {
        return JsonText.pretty(text).strip();
    }

    public static ExecutionMapping mapping(String filter, MappingTarget target, FilterValue value) {
        return ExecutionMapping.suggested(new FilterId(filter), target, value);
    }

    public static ExecutionMapping onColumn(String filter, String column, String operator, FilterScalar... values) {
        FieldId field = new FieldId(column);
        return mapping(
                filter,
                new MappingTarget.Column(field),
                FilterValue.of(new FilterCondition(field, operator, List.of(values))));
    }

    /** A launch of an SQL within the request, as it is sent. */
    static SentLaunch launch(String sql) {
        return new SentLaunch(inputs(Map.of()), sql, "abc12345678", TERMS, Instant.EPOCH);
    }

    /** Launches an SQL on the terms that the adapter itself names. */
    static LaunchOutcome launchOnItsOwnTerms(Superset superset, String sql) {
        LaunchTerms terms = superset.compilationAdapter().terms(inputs(Map.of()), sql, FakeSuperset.ANN);
        return superset.compilationAdapter()
                .launch(new SentLaunch(inputs(Map.of()), sql, "abc12345678", terms, Instant.EPOCH), FakeSuperset.ANN);
    }

    public static EffectiveInputs inputs(Map<String, String> urlParameters, ExecutionMapping... mappings) {
        return new EffectiveInputs(
                FakeSuperset.PROD,
                new DatasetReference(7, "orders", 3, "main", "ordered_at"),
                DatasetRevision.of("r1", "svc"),
                new DatasetRows(List.of(new FieldId("region"), new FieldId("amount")), 50),
                List.of(mappings),
                urlParameters,
                Map.of());
    }
}
