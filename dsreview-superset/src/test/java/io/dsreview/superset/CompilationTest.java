package io.dsreview.superset;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.api.canonical.JsonText;
import io.dsreview.api.error.Problem;
import io.dsreview.api.error.ProblemText;
import io.dsreview.api.id.VariableId;
import io.dsreview.api.mapping.ExecutionMapping;
import io.dsreview.api.mapping.FilterScalar;
import io.dsreview.api.mapping.FilterValue;
import io.dsreview.api.mapping.MappingTarget;
import io.dsreview.api.superset.SupersetCompilationAdapter.Compilation;
import io.dsreview.api.superset.SupersetCredential;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CompilationTest {

    private static final ExecutionMapping REGION = Shop.onColumn("f1", "region", "IN", FilterScalar.text("EMEA"));

    private static Compilation compile(FakeSuperset server, Map<String, String> url, ExecutionMapping... mappings) {
        try (Superset superset = server.connect()) {
            return superset.compilationAdapter().compile(Shop.inputs(url, mappings), FakeSuperset.ANN);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> query(FakeSuperset server) {
        String body = server.requestsOf("/api/v1/chart/data").get(0).getBody().utf8();
        Map<String, Object> all = (Map<String, Object>) JsonText.parse(body);
        assertThat(all)
                .containsOnlyKeys("datasource", "result_type", "result_format", "force", "queries")
                .containsEntry("datasource", Map.of("id", 7L, "type", "table"))
                .containsEntry("result_type", "query");
        return (Map<String, Object>) ((List<?>) all.get("queries")).get(0);
    }

    @Test
    void SC1_returnsExactlyWhatSupersetAnswers() {
        String nonce = "SELECT '" + UUID.randomUUID() + "' \n -- \"ä\" ;";
        try (FakeSuperset server = Shop.server()) {
            server.json(
                    "POST /api/v1/chart/data",
                    200,
                    "{\"result\":[{\"language\":\"sql\",\"query\":" + Shop.quoted(nonce) + ",\"error\":null}]}");

            assertThat(compile(server, Map.of())).isEqualTo(new Compilation.Compiled(nonce, "chart-data"));
        }
    }

    @Test
    void sendsEveryInputThroughTheNamedChannel() {
        ExecutionMapping amount =
                Shop.onColumn("f2", "amount", ">=", new FilterScalar(FilterScalar.Type.NUMBER, "10.50"));
        ExecutionMapping isNull = Shop.onColumn("f3", "status", "IS NULL");
        ExecutionMapping time = Shop.mapping("f4", new MappingTarget.Time(), FilterValue.ofTimeRange("Last week"));
        ExecutionMapping byUrl =
                Shop.mapping("f5", new MappingTarget.Variable(new VariableId("url_param:region")), REGION.value());
        ExecutionMapping inTemplate =
                Shop.mapping("f6", new MappingTarget.Variable(new VariableId("filter_values:region")), REGION.value());
        try (FakeSuperset server = Shop.server()) {
            Compilation compilation =
                    compile(server, Map.of("min", "5"), REGION, amount, isNull, time, byUrl, inTemplate);

            assertThat(compilation).isInstanceOf(Compilation.Compiled.class);
            assertThat(query(server))
                    .containsEntry("columns", List.of("region", "amount"))
                    .containsEntry("row_limit", 50L)
                    .containsEntry("url_params", Map.of("min", "5"))
                    .containsEntry("time_range", "Last week")
                    .containsEntry("extras", Map.of())
                    .containsEntry(
                            "filters",
                            List.of(
                                    Map.of("col", "region", "op", "IN", "val", List.of("EMEA")),
                                    Map.of("col", "amount", "op", ">=", "val", new BigDecimal("10.50")),
                                    Map.of("col", "status", "op", "IS NULL"),
                                    Map.of("col", "ordered_at", "op", "TEMPORAL_RANGE", "val", "Last week")))
                    .doesNotContainKey("metrics");
        }
    }

    @Test
    void asksForNoMoreRowsThanTheCap() {
        try (FakeSuperset server = Shop.server();
                Superset superset = Superset.connect(server.config(SupersetCredential.password("svc", "x"))
                        .rowCap(9)
                        .build())) {
            superset.compilationAdapter().compile(Shop.inputs(Map.of()), FakeSuperset.ANN);

            assertThat(query(server)).containsEntry("row_limit", 9L);
        }
    }

    @Test
    void refusesAValueThatIsNotOfItsType() {
        ExecutionMapping noNumber =
                Shop.onColumn("f4", "amount", "==", new FilterScalar(FilterScalar.Type.NUMBER, "ten"));
        try (FakeSuperset server = Shop.server()) {
            Compilation compilation = compile(server, Map.of(), noNumber);

            assertThat(((Compilation.NotCarried) compilation).problems())
                    .extracting(Problem::target)
                    .containsExactly("filter f4");
            assertThat(server.requestsOf("/api/v1/chart/data")).isEmpty();
        }
    }

    @Test
    void namesAConditionThatSupersetDropsSinceItsColumnIsGone() {
        ExecutionMapping gone = Shop.onColumn("f1", "warehouse", "IN", FilterScalar.text("W1"));
        try (FakeSuperset server = Shop.server()) {
            assertThat(leftOut(compile(server, Map.of(), gone, REGION)))
                    .containsExactly(
                            "filter f1: The filter f1 has no effect on this SQL, in Superset's own page as here:"
                                    + " the dataset has no such column.");
        }
    }

    @Test
    void takesTheLaterOfTwoTimeRangesAsThePageDoes() {
        ExecutionMapping week = Shop.mapping("f2", new MappingTarget.Time(), FilterValue.ofTimeRange("Last week"));
        ExecutionMapping month = Shop.mapping("f3", new MappingTarget.Time(), FilterValue.ofTimeRange("Last month"));
        try (FakeSuperset server = Shop.server()) {
            assertThat(leftOut(compile(server, Map.of(), week, month)))
                    .containsExactly(
                            "filter f2: The filter f2 has no effect on this SQL, in Superset's own page as here:"
                                    + " the filter f3, which comes later, sets the time range too.");
            assertThat(query(server)).containsEntry("time_range", "Last month");

            assertThat(leftOut(compile(server, Map.of(), week, week))).isEmpty();
        }
    }

    @Test
    void carriesATimeColumnThatTheDatasetHas() {
        ExecutionMapping range = Shop.mapping("f1", new MappingTarget.Time(), FilterValue.ofTimeRange("Last week"));
        try (FakeSuperset server = Shop.server()) {
            assertThat(compile(server, Map.of(), range, byTime("f2", null, "ordered_at")))
                    .isInstanceOf(Compilation.Compiled.class);
            assertThat(query(server))
                    .containsEntry(
                            "filters", List.of(Map.of("col", "ordered_at", "op", "TEMPORAL_RANGE", "val", "Last week")))
                    .containsEntry("time_range", "Last week");
        }
    }

    @Test
    void namesEachTimeColumnThatSupersetReplaces() {
        for (String column : List.of("warehouse", "status")) {
            try (FakeSuperset server = Shop.server()) {
                assertThat(leftOut(compile(server, Map.of(), REGION, byTime("f2", null, column))))
                        .as(column)
                        .containsExactly("filter f2: The filter f2 has no effect on this SQL, in Superset's own page as"
                                + " here: the dataset has no such time column, so that its own is used.");
            }
        }
    }

    @Test
    void namesTheTimeGrainSinceRowsHaveNone() {
        try (FakeSuperset server = Shop.server()) {
            assertThat(leftOut(compile(server, Map.of(), byTime("f1", "P1W", null), REGION)))
                    .containsExactly(
                            "filter f1: The filter f1 has no effect on this SQL, in Superset's own page as here:"
                                    + " plain rows have no time grain.");
        }
    }

    @Test
    void namesAllThatHasNoEffectAtOnceAndEachFilterOnce() {
        ExecutionMapping gone = Shop.onColumn("f1", "warehouse", "IN", FilterScalar.text("W1"));
        try (FakeSuperset server = Shop.server()) {
            List<String> leftOut = leftOut(compile(
                    server,
                    Map.of(),
                    gone,
                    byTime("f2", "P1W", "status"),
                    byTime("f3", null, "region"),
                    byTime("f4", "P1D", null)));

            assertThat(leftOut)
                    .extracting(each -> each.substring(0, each.indexOf(':')))
                    .containsExactlyInAnyOrder("filter f1", "filter f2", "filter f3", "filter f4");
        }
    }

    private static ExecutionMapping byTime(String filter, @Nullable String grain, @Nullable String column) {
        return Shop.mapping(filter, new MappingTarget.Time(), new FilterValue(List.of(), null, grain, column));
    }

    private static List<String> leftOut(Compilation compilation) {
        assertThat(compilation).isInstanceOf(Compilation.Compiled.class);
        return ((Compilation.Compiled) compilation)
                .leftOut().stream()
                        .map(problem -> problem.target() + ": "
                                + ProblemText.of(problem, Locale.ENGLISH).message())
                        .toList();
    }

    private static List<Problem> failure(Compilation compilation) {
        assertThat(compilation).isInstanceOf(Compilation.Failed.class);
        return ((Compilation.Failed) compilation).problems();
    }

    @Test
    void SC4_pointsAtWhatTheWordsName() {
        try (FakeSuperset server = Shop.server()) {
            server.json("POST /api/v1/chart/data", 200, """
                    {"result":[{"language":"sql","query":"SELECT broken","error":"Cannot use min_amount: column \\"region\\" of 'amount'\\nis odd"}]}""");

            List<Problem> problems = failure(compile(server, Map.of("min_amount", "x"), REGION));

            assertThat(problems)
                    .extracting(Problem::target)
                    .containsExactly("variable url_param:min_amount", "filter f1", "column region", "column amount");
            assertThat(problems.get(0).code()).isEqualTo("PREVIEW_NOT_COMPILED");
            assertThat(problems.get(0).arguments().get("serverSays"))
                    .isEqualTo("Cannot use min_amount: column \"region\" of 'amount' is odd");
        }
    }

    record ErrorAnswer(int status, String body, String code) {}

    @Test
    void SC4_turnsEveryErrorIntoAReadableDiagnosis() {
        for (ErrorAnswer answer : List.of(
                new ErrorAnswer(400, "{\"message\":\"Error: bad\"}", "PREVIEW_NOT_COMPILED"),
                new ErrorAnswer(
                        422,
                        "{\"errors\":[{\"message\":\"bad\",\"error_type\":\"INVALID_SQL_ERROR\"}]}",
                        "PREVIEW_NOT_COMPILED"),
                new ErrorAnswer(500, "{\"errors\":[{\"message\":\"bad\"}]}", "PREVIEW_NOT_COMPILED"),
                new ErrorAnswer(403, "{\"errors\":[{\"message\":\"bad\"}]}", "SUPERSET_ACCESS_DENIED"),
                new ErrorAnswer(
                        403,
                        "{\"errors\":[{\"message\":\"bad\",\"error_type\":\"ADHOC_SUBQUERY_NOT_ALLOWED_ERROR\"}]}",
                        "PREVIEW_NOT_COMPILED"),
                new ErrorAnswer(404, "{\"message\":\"Not found, bad\"}", "SUPERSET_NOT_FOUND"),
                new ErrorAnswer(429, "{\"message\":\"bad\"}", "SUPERSET_RATE_LIMITED"),
                new ErrorAnswer(200, "{\"result\":[{\"error\":\"bad\"}]}", "PREVIEW_NOT_COMPILED"))) {
            try (FakeSuperset server = Shop.server()) {
                server.json("POST /api/v1/chart/data", answer.status(), answer.body());

                List<Problem> problems = failure(compile(server, Map.of()));

                assertThat(problems).extracting(Problem::code).containsExactly(answer.code());
                assertThat(problems.get(0).arguments().get("serverSays")).contains("bad");
            }
        }
    }

    @Test
    void SC4_refusesAnAnswerWithoutOneSql() {
        for (String body : List.of(
                "{\"result\":[]}",
                "{\"result\":[{\"query\":\"a\"},{\"query\":\"b\"}]}",
                "{\"result\":[{\"language\":\"sql\"}]}",
                "{\"result\":[{\"query\":\"  \"}]}",
                "{\"result\":[{\"query\":7}]}",
                "{\"result\":7}",
                "[]",
                "null")) {
            try (FakeSuperset server = Shop.server()) {
                server.json("POST /api/v1/chart/data", 200, body);

                assertThat(failure(compile(server, Map.of())))
                        .as(body)
                        .extracting(Problem::code)
                        .containsExactly("PREVIEW_WITHOUT_SQL");
            }
        }
    }

    @Test
    void SC3_aFailedPreviewRunsNothing() {
        try (FakeSuperset server = Shop.server()) {
            server.json("POST /api/v1/chart/data", 500, "{\"message\":\"broken\"}");

            compile(server, Map.of(), REGION);

            assertThat(server.requested()).noneMatch(request -> request.contains("sqllab"));
            assertThat(server.requested()).doesNotHaveDuplicates();
        }
    }
}
