package io.dsreview.superset;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.api.canonical.JsonText;
import io.dsreview.api.error.Problem;
import io.dsreview.api.execution.DatasetReference;
import io.dsreview.api.execution.DatasetRevision;
import io.dsreview.api.execution.EffectiveInputs;
import io.dsreview.api.execution.ExecutionTarget.DatasetRows;
import io.dsreview.api.id.FieldId;
import io.dsreview.api.mapping.ExecutionMapping;
import io.dsreview.api.mapping.FilterScalar;
import io.dsreview.api.superset.SupersetCompilationAdapter.Compilation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which channel compiles what, on which version. */
class ChannelTest {

    private static final String CHART_DATA = "POST /api/v1/chart/data";
    private static final String FORMAT_SQL = "POST /api/v1/sqllab/format_sql/";
    private static final String PRINTED = "SELECT region, amount FROM orders WHERE amount > {{ floor }}";
    private static final String GUARDED =
            "SELECT region FROM orders {% if floor %}WHERE amount > {{ floor }}{% endif %}";
    private static final ExecutionMapping REGION = Shop.onColumn("f1", "region", "IN", FilterScalar.text("EMEA"));

    @Test
    void SC7_putsPrintedVariablesInAfterChartDataHaveBuiltTheQuery() {
        try (FakeSuperset server = server(PRINTED)) {
            chartData(
                    server, "SELECT region FROM (" + PRINTED + ") AS virtual_table WHERE region IN ('EMEA') LIMIT 50");
            formatted(server, "SELECT region FROM (SELECT 100) WHERE region IN ('EMEA') LIMIT 50");

            Compilation compilation = compile(server, Map.of("floor", "100"), REGION);

            assertThat(compilation)
                    .isEqualTo(new Compilation.Compiled(
                            "SELECT region FROM (SELECT 100) WHERE region IN ('EMEA') LIMIT 50",
                            "chart-data+format-sql"));
            Map<?, ?> sent = sent(server, "/api/v1/sqllab/format_sql/");
            assertThat(sent.get("sql"))
                    .isEqualTo(
                            "SELECT region FROM (" + PRINTED + ") AS virtual_table WHERE region IN ('EMEA') LIMIT 50");
            assertThat(sent.get("database_id")).isEqualTo(3L);
            assertThat(JsonText.parse(String.valueOf(sent.get("template_params"))))
                    .isEqualTo(Map.of("floor", "100"));
        }
    }

    @Test
    void SC7_rendersTheDatasetsOwnSqlWhereNoOuterQueryIsNeeded() {
        try (FakeSuperset server = serverOfOwnSql("")) {
            assertThat(compile(server, Map.of("floor", "100")))
                    .isEqualTo(new Compilation.Compiled(
                            "SELECT region, amount FROM orders WHERE amount > 100", "format-sql"));
        }
    }

    @Test
    void SC7_noticesARowLevelRuleAroundOrInsideOfTheDatasetsOwnSql() {
        for (String rule : List.of(" WHERE region = 'EMEA'", " AND inside")) {
            try (FakeSuperset server = serverOfOwnSql(rule)) {
                assertThat(failure(compile(server, Map.of("floor", "100"))))
                        .as(rule)
                        .extracting(Problem::code)
                        .containsExactly("PREVIEW_INPUT_NOT_CARRIED");
            }
        }
    }

    /** Renders a template that does more than print, as 6.1 does, with a row-level rule in what chart data give. */
    private static FakeSuperset serverOfOwnSql(String rule) {
        String own = "SELECT region, amount FROM orders WHERE amount > {{ floor | default(10) }}";
        FakeSuperset server = server(own);
        server.json(
                "GET /api/v1/dataset/7",
                200,
                Shop.datasetBody(own, "2026-01-01")
                        .replaceAll("\\{\"column_name\":\"(status|ordered_at)\"[^}]*},\\s*", "")
                        .replaceAll(",\\s*\\{\"column_name\":\"net\"[^}]*}[^}]*}[^}]*}", ""));
        String inner = own.replaceAll("\\{\\{.*}}", "10") + (rule.contains("inside") ? rule : "");
        chartData(
                server,
                "SELECT region, amount FROM (" + inner + "\n) AS virtual_table" + (rule.contains("inside") ? "" : rule)
                        + " LIMIT 50");
        return server.answer(FORMAT_SQL, request -> {
            Map<?, ?> body = (Map<?, ?>) JsonText.parse(request.getBody().utf8());
            Object parameters = body.get("template_params");
            Object floor =
                    parameters == null ? null : ((Map<?, ?>) JsonText.parse(String.valueOf(parameters))).get("floor");
            String rendered =
                    String.valueOf(body.get("sql")).replaceAll("\\{\\{.*}}", floor == null ? "10" : floor.toString());
            return FakeSuperset.response(200, "{\"result\":" + Shop.quoted(rendered) + "}");
        });
    }

    @Test
    void SC7_carriesNoFilterThroughTheDatasetsOwnSql() {
        try (FakeSuperset server = server(GUARDED)) {
            chartData(server, "SELECT region FROM (" + GUARDED + ") AS virtual_table LIMIT 50");
            formatted(server, "SELECT region FROM orders WHERE amount > 100");

            List<Problem> problems = failure(compile(server, Map.of("floor", "100"), REGION));

            assertThat(problems).extracting(Problem::code).containsExactly("PREVIEW_INPUT_NOT_CARRIED");
            assertThat(problems).extracting(Problem::target).containsExactly("variable variable:floor");
            assertThat(server.requestsOf("/api/v1/sqllab/")).isEmpty();
        }
    }

    @Test
    void SC7_noticesThatARowLevelRuleHidesTheVariable() {
        try (FakeSuperset server = server(PRINTED)) {
            chartData(
                    server,
                    "SELECT region FROM (SELECT region FROM orders WHERE amount > STRUCT(STRUCT(floor))) LIMIT 50");

            assertThat(failure(compile(server, Map.of("floor", "100"))))
                    .extracting(Problem::code)
                    .containsExactly("PREVIEW_INPUT_NOT_CARRIED");
            assertThat(server.requestsOf("/api/v1/sqllab/")).isEmpty();
        }
    }

    @Test
    void SC7_namesEachVariableThatAnOlderVersionCannotCarry() {
        try (FakeSuperset server = server("SELECT '{{ a }}', {{ b }} FROM orders")) {
            server.version("6.0.0");

            List<Problem> problems = failure(compile(server, Map.of("a", "x", "b", "1")));

            assertThat(problems)
                    .extracting(Problem::target)
                    .containsExactly("variable variable:a", "variable variable:b");
            assertThat(server.requestsOf("/api/v1/chart/data")).isEmpty();
        }
    }

    @Test
    void SC7_carriesWhatIsStoredWithTheDatasetOnEveryVersion() {
        try (FakeSuperset server = server(PRINTED)) {
            server.version("3.1.3");
            server.json(
                    "GET /api/v1/dataset/7",
                    200,
                    Shop.datasetBody(PRINTED, "2026-01-01")
                            .replace("\"template_params\":null", "\"template_params\":\"{\\\"floor\\\": 50}\""));
            chartData(server, "SELECT region FROM orders WHERE amount > 50");

            assertThat(compile(server, Map.of("floor", "50"))).isInstanceOf(Compilation.Compiled.class);
            assertThat(compile(server, Map.of())).isInstanceOf(Compilation.Compiled.class);
            assertThat(failure(compile(server, Map.of("floor", "60"))))
                    .extracting(Problem::code)
                    .containsExactly("PREVIEW_INPUT_NOT_CARRIED");
        }
    }

    @Test
    void namesAVariableWithoutAValueBeforeAnythingIsAsked() {
        try (FakeSuperset server = server(PRINTED)) {
            List<Problem> problems = failure(compile(server, Map.of()));

            assertThat(problems).extracting(Problem::code).containsExactly("PREVIEW_VARIABLE_WITHOUT_VALUE");
            assertThat(problems).extracting(Problem::target).containsExactly("variable variable:floor");
            assertThat(server.requestsOf("/api/v1/chart/data")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 OR 'a'='a'",
                "1; DROP TABLE orders",
                "1 -- x",
                "1 /* x",
                "\"a\"",
                "a\\",
                "{{ x }}",
                "{% x %}",
                "`a`"
            })
    void refusesAValueThatWouldNotOnlyBeAValue(String value) {
        try (FakeSuperset server = server(PRINTED)) {
            assertThat(failure(compile(server, Map.of("floor", value))))
                    .extracting(Problem::code)
                    .containsExactly("PREVIEW_VALUE_UNSAFE");
            assertThat(server.requestsOf("/api/v1/chart/data")).isEmpty();
            assertThat(server.requestsOf("/api/v1/sqllab/")).isEmpty();
        }
    }

    @Test
    void neverRendersWhatStandsInAFilter() {
        ExecutionMapping braces = Shop.onColumn("f1", "region", "IN", FilterScalar.text("{{ floor }}"));
        try (FakeSuperset server = server(PRINTED)) {
            chartData(server, "SELECT region FROM (" + PRINTED + ") WHERE region IN ('{{ floor }}')");

            assertThat(failure(compile(server, Map.of("floor", "100"), braces)))
                    .extracting(Problem::code)
                    .containsExactly("PREVIEW_INPUT_NOT_CARRIED");
            assertThat(server.requestsOf("/api/v1/sqllab/")).isEmpty();
        }
    }

    @Test
    void SC4_pointsAtWhatIsLeftOfATemplate() {
        ExecutionMapping braces = Shop.onColumn("f1", "region", "IN", FilterScalar.text("{{ x"));
        try (FakeSuperset server = server("SELECT {{ url_param('rate', '1') }} FROM orders")) {
            chartData(server, "SELECT 1 FROM orders WHERE region IN ('{{ x')");

            List<Problem> problems = failure(compile(server, Map.of(), braces));

            assertThat(problems).extracting(Problem::code).containsExactly("PREVIEW_TEMPLATE_LEFT");
            assertThat(problems).extracting(Problem::target).containsExactly("filter f1");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT 1; DROP TABLE orders | PREVIEW_SEVERAL_STATEMENTS",
                "DELETE FROM orders | PREVIEW_NOT_READ_ONLY",
                "SELECT * INTO copy FROM orders | PREVIEW_NOT_READ_ONLY",
                "WITH gone AS (DELETE FROM orders RETURNING *) SELECT * FROM gone | PREVIEW_NOT_READ_ONLY"
            })
    void takesOneQueryThatOnlyReads(String sql, String code) {
        try (FakeSuperset server = server("SELECT 1 FROM orders")) {
            chartData(server, sql);

            assertThat(failure(compile(server, Map.of())))
                    .extracting(Problem::code)
                    .containsExactly(code);
        }
    }

    private static FakeSuperset server(String sql) {
        FakeSuperset server = Shop.server();
        Shop.dataset(server, sql);
        return server;
    }

    private static void chartData(FakeSuperset server, String sql) {
        server.json(CHART_DATA, 200, "{\"result\":[{\"language\":\"sql\",\"query\":" + Shop.quoted(sql) + "}]}");
    }

    private static void formatted(FakeSuperset server, String sql) {
        server.json(FORMAT_SQL, 200, "{\"result\":" + Shop.quoted(sql) + "}");
    }

    private static Map<?, ?> sent(FakeSuperset server, String path) {
        return (Map<?, ?>)
                JsonText.parse(server.requestsOf(path).get(0).getBody().utf8());
    }

    private static Compilation compile(FakeSuperset server, Map<String, String> values, ExecutionMapping... mappings) {
        EffectiveInputs inputs = new EffectiveInputs(
                FakeSuperset.PROD,
                new DatasetReference(7, "orders", 3, "main", "ordered_at"),
                DatasetRevision.of("r1", "svc"),
                new DatasetRows(List.of(new FieldId("region"), new FieldId("amount")), 50),
                List.of(mappings),
                Map.of(),
                values);
        try (Superset superset = server.connect()) {
            return superset.compilationAdapter().compile(inputs, FakeSuperset.ANN);
        }
    }

    private static List<Problem> failure(Compilation compilation) {
        return compilation instanceof Compilation.NotCarried notCarried
                ? notCarried.problems()
                : ((Compilation.Failed) compilation).problems();
    }
}
