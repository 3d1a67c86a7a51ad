package io.dsreview.superset;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.api.canonical.JsonText;
import io.dsreview.api.error.ProblemText;
import io.dsreview.api.execution.LaunchIntent;
import io.dsreview.api.execution.LaunchOutcome;
import io.dsreview.api.execution.QueryResults;
import io.dsreview.api.execution.SqlLabReference;
import io.dsreview.api.superset.SupersetCredential;
import io.dsreview.superset.seam.Timekeeper;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;

class LaunchTest {

    private static final String SQL = "SELECT 'ä' AS x;\n";
    private static final String EXECUTE = "POST /api/v1/sqllab/execute/";
    private static final String RECENT = "GET /api/v1/query/updated_since";
    private static final String EMPTY = "{\"result\":[]}";

    private static LaunchOutcome launch(FakeSuperset server) {
        return launch(server, Timekeeper.system(), Duration.ofSeconds(2));
    }

    private static LaunchOutcome launch(FakeSuperset server, Timekeeper time, Duration callTimeout) {
        SupersetConfig config = server.config(SupersetCredential.password("svc", FakeSuperset.PASSWORD))
                .callTimeout(callTimeout)
                .build();
        try (Superset superset = Superset.connect(config, time)) {
            return superset.compilationAdapter().launch(Shop.launch(SQL), FakeSuperset.ANN);
        }
    }

    private static String recent(String state, String sql) {
        return "{\"result\":[{\"id\":\"other\"},{\"id\":\"abc12345678\",\"queryId\":21,\"state\":\"" + state
                + "\",\"rows\":4,\"limit\":4,\"limitingFactor\":\"DROPDOWN\",\"resultsKey\":\"key-1\",\"executedSql\":\"SELECT X\",\"errorMessage\":\"no such table\",\"sql\":"
                + Shop.quoted(sql) + "}]}";
    }

    private static MockResponse lostAnswer() {
        return new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build();
    }

    @Test
    void sendsTheSqlUnchangedAndNothingElse() {
        try (FakeSuperset server = Shop.server()) {
            LaunchOutcome outcome = launch(server);

            assertThat(outcome)
                    .isEqualTo(new LaunchOutcome.Succeeded(
                            new SqlLabReference(17, server.base() + "/sqllab/?queryId=17"),
                            LaunchIntent.hashOf("SELECT 1 LIMIT 3"),
                            new QueryResults(2, 50, false, null)));
            RecordedRequest sent = server.requestsOf("/api/v1/sqllab").get(0);
            assertThat(JsonText.parse(sent.getBody().utf8()))
                    .isEqualTo(Map.of(
                            "database_id",
                            3L,
                            "sql",
                            SQL,
                            "client_id",
                            "abc12345678",
                            "schema",
                            "main",
                            "queryLimit",
                            50L,
                            "runAsync",
                            false,
                            "tab",
                            "dsreview"));
            assertThat(sent.getHeaders().get("X-CSRFToken")).isEqualTo(FakeSuperset.CSRF);
            assertThat(sent.getHeaders().get("Cookie")).isEqualTo("session=" + FakeSuperset.COOKIE);
            assertThat(sent.getHeaders().get("Referer")).isEqualTo(server.base() + "/");
            assertThat(sent.getHeaders().get("Content-Type")).isEqualTo("application/json");
        }
    }

    record Failure(int status, String body) {}

    @Test
    void SC5_anSqlErrorIsAFailedLaunch() {
        for (Failure failure : List.of(
                new Failure(
                        500,
                        "{\"errors\":[{\"message\":\"no such column\",\"error_type\":\"COLUMN_DOES_NOT_EXIST_ERROR\"}]}"),
                new Failure(
                        422, "{\"errors\":[{\"message\":\"no such column\",\"error_type\":\"INVALID_SQL_ERROR\"}]}"),
                new Failure(400, "{\"message\":{\"json\":[\"no such column\"]}}"),
                new Failure(
                        408,
                        "{\"errors\":[{\"message\":\"no such column\",\"error_type\":\"SQLLAB_TIMEOUT_ERROR\"}]}"))) {
            try (FakeSuperset server = Shop.server().json(EXECUTE, failure.status(), failure.body())) {
                LaunchOutcome outcome = launch(server);

                assertThat(outcome).as(failure.body()).isInstanceOf(LaunchOutcome.Failed.class);
                assertThat(ProblemText.of(((LaunchOutcome.Failed) outcome).problem(), Locale.ENGLISH)
                                .message())
                        .contains("no such column")
                        .doesNotContain("?");
                assertThat(server.requestsOf("/api/v1/sqllab")).hasSize(1);
            }
        }
    }

    @Test
    void SC5_whatSupersetSaysBeforeSqlLabSeesTheQueryIsNotTheQuerysFault() {
        Map<Failure, String> codes = Map.of(
                new Failure(
                        400,
                        "{\"errors\":[{\"message\":\"400 Bad Request: The CSRF session token is missing.\","
                                + "\"error_type\":\"GENERIC_BACKEND_ERROR\"}]}"),
                "SUPERSET_CSRF_REFUSED",
                new Failure(429, "{\"message\":\"50 per 1 second\"}"),
                "SUPERSET_RATE_LIMITED",
                new Failure(422, "{\"msg\":\"Signature verification failed\"}"),
                "SUPERSET_TOKEN_REFUSED");
        codes.forEach((failure, code) -> {
            try (FakeSuperset server = Shop.server().json(EXECUTE, failure.status(), failure.body())) {
                LaunchOutcome outcome = launch(server);

                assertThat(Operation.problems(outcome)).singleElement().satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo(code);
                    assertThat(ProblemText.of(problem, Locale.ENGLISH).toString())
                            .doesNotContain("?");
                });
            }
        });
    }

    @Test
    void SC5_aMissingPermissionIsARefusal() {
        for (Failure failure : List.of(
                new Failure(403, "{\"errors\":[{\"message\":\"x\",\"error_type\":\"QUERY_SECURITY_ACCESS_ERROR\"}]}"),
                new Failure(403, "{\"message\":\"Forbidden\"}"),
                new Failure(404, "{\"message\":\"Not found\"}"),
                new Failure(401, "{\"message\":\"Access is Denied\",\"severity\":\"danger\"}"),
                new Failure(500, "{\"errors\":[{\"message\":\"x\",\"error_type\":\"TABLE_SECURITY_ACCESS_ERROR\"}]}"),
                new Failure(500, "{\"errors\":[{\"message\":\"x\",\"error_type\":\"DML_NOT_ALLOWED_ERROR\"}]}"),
                new Failure(
                        500,
                        "{\"errors\":[{\"message\":\"The database referenced in this query was not found. Please contact\","
                                + "\"error_type\":\"GENERIC_BACKEND_ERROR\"}]}"))) {
            try (FakeSuperset server = Shop.server().json(EXECUTE, failure.status(), failure.body())) {
                assertThat(launch(server)).as(failure.body()).isInstanceOf(LaunchOutcome.Refused.class);
            }
        }
    }

    @Test
    void SC5_nothingThatWasNeverSentIsUnknown() {
        FakeSuperset server = Shop.server();
        SupersetConfig config =
                server.config(SupersetCredential.bearer("svc", "t")).build();
        server.close();
        try (Superset superset = Superset.connect(config)) {
            LaunchOutcome outcome = superset.compilationAdapter().launch(Shop.launch(SQL), FakeSuperset.ANN);

            assertThat(outcome).isInstanceOf(LaunchOutcome.Failed.class);
        }
    }

    @Test
    void aLostAnswerIsLookedUpAndNeverRepeated() {
        try (FakeSuperset server =
                Shop.server().answer(EXECUTE, request -> lostAnswer()).json(RECENT, 200, recent("success", SQL))) {
            assertThat(launch(server))
                    .isEqualTo(new LaunchOutcome.Succeeded(
                            new SqlLabReference(21, server.base() + "/sqllab/?queryId=21"),
                            LaunchIntent.hashOf("SELECT X"),
                            new QueryResults(4, 4, true, "key-1")));
            assertThat(server.requestsOf("/api/v1/sqllab")).hasSize(1);
        }
    }

    @Test
    void aLostAnswerOfAFailedQueryIsAFailure() {
        try (FakeSuperset server =
                Shop.server().answer(EXECUTE, request -> lostAnswer()).json(RECENT, 200, recent("failed", SQL))) {
            assertThat(launch(server)).isInstanceOf(LaunchOutcome.Failed.class);
        }
    }

    @Test
    void aLostAnswerThatNobodyKnowsIsUnknown() {
        for (String found : List.of(EMPTY, recent("success", "SELECT 'another SQL'"), "[]")) {
            try (FakeSuperset server =
                    Shop.server().answer(EXECUTE, request -> lostAnswer()).json(RECENT, 200, found)) {
                LaunchOutcome outcome = launch(server);

                assertThat(outcome).isInstanceOf(LaunchOutcome.Unknown.class);
                assertThat(((LaunchOutcome.Unknown) outcome).problem().code()).isEqualTo("SQLLAB_OUTCOME_UNKNOWN");
                assertThat(server.requestsOf("/api/v1/sqllab")).hasSize(1);
            }
        }
    }

    @Test
    void answersThatSayNothingAreLookedUp() {
        for (MockResponse answer : List.of(
                FakeSuperset.response(502, "<html>Bad gateway</html>"),
                FakeSuperset.response(504, "{\"message\":\"Gateway Timeout\"}"),
                FakeSuperset.response(200, "<html>"),
                FakeSuperset.response(200, "{}"),
                FakeSuperset.response(202, "{\"query\":{\"queryId\":21,\"state\":\"pending\"}}"),
                FakeSuperset.response(
                        500, "{\"errors\":[{\"message\":\"UNIQUE constraint failed: query.client_id\"}]}"))) {
            try (FakeSuperset server =
                    Shop.server().answer(EXECUTE, any -> answer).json(RECENT, 200, recent("success", SQL))) {
                assertThat(launch(server)).isInstanceOf(LaunchOutcome.Succeeded.class);
            }
        }
    }

    @Test
    void aSlowAnswerIsLookedUpWithinTheTimeout() {
        try (FakeSuperset server = Shop.server()
                .answer(EXECUTE, request -> FakeSuperset.response(200, "{}")
                        .newBuilder()
                        .headersDelay(10, TimeUnit.SECONDS)
                        .build())
                .json(RECENT, 200, recent("success", SQL))) {
            long start = System.nanoTime();

            assertThat(launch(server)).isInstanceOf(LaunchOutcome.Succeeded.class);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
        }
    }

    @Test
    void aRunningQueryIsAskedAboutUntilItEnds() {
        AtomicInteger asked = new AtomicInteger();
        ManualTime time = new ManualTime();
        try (FakeSuperset server = Shop.server()
                .json(EXECUTE, 202, "{\"query\":{}}")
                .answer(
                        RECENT,
                        request -> FakeSuperset.response(
                                200, recent(asked.incrementAndGet() < 3 ? "running" : "success", SQL)))) {
            assertThat(launch(server, time, Duration.ofSeconds(20))).isInstanceOf(LaunchOutcome.Succeeded.class);
            assertThat(time.pauses()).hasSize(2);
        }
    }

    @Test
    void aQueryThatKeepsRunningIsRunningWhenTheTimeIsUp() {
        ManualTime time = new ManualTime();
        try (FakeSuperset server =
                Shop.server().json(EXECUTE, 202, "{\"query\":{}}").json(RECENT, 200, recent("running", SQL))) {
            LaunchOutcome outcome = launch(server, time, Duration.ofSeconds(20));

            assertThat(outcome).isInstanceOfSatisfying(LaunchOutcome.Running.class, running -> {
                assertThat(running.reference())
                        .isEqualTo(new SqlLabReference(21, server.base() + "/sqllab/?queryId=21"));
                assertThat(running.problem().code()).isEqualTo("SQLLAB_STILL_RUNNING");
                assertThat(running.problem().arguments()).containsEntry("state", "running");
            });
            assertThat(time.pauses()).as("250 ms, doubled up to 5 s").hasSize(7);
            assertThat(server.requestsOf("/api/v1/sqllab")).hasSize(1);
        }
    }

    /** What each version says to a client id that it knows from an earlier try that ended. */
    @Test
    void aRepeatOfALaunchThatArrivedFindsTheFirstOne() {
        for (String words : List.of(
                "{\"errors\":[{\"error_type\":\"GENERIC_DB_ENGINE_ERROR\",\"message\":\"Create failed\"}]}",
                "{\"errors\":[{\"message\":\"UNIQUE constraint failed: query.client_id\"}]}")) {
            try (FakeSuperset server =
                    Shop.server().json(EXECUTE, 500, words).json(RECENT, 200, recent("success", SQL))) {
                assertThat(launch(server)).isInstanceOfSatisfying(LaunchOutcome.Succeeded.class, success -> assertThat(
                                success.reference().queryId())
                        .isEqualTo(21));
                assertThat(server.requestsOf("/api/v1/sqllab")).hasSize(1);
            }
        }
    }

    @Test
    void aFailureKeepsItsOwnWordsWhereTheHistorySaysNoMore() {
        String failure =
                "{\"errors\":[{\"error_type\":\"COLUMN_DOES_NOT_EXIST_ERROR\",\"message\":\"no such column\"}]}";
        for (String found : List.of(EMPTY, recent("failed", SQL), recent("success", "SELECT 'another SQL'"))) {
            try (FakeSuperset server = Shop.server().json(EXECUTE, 500, failure).json(RECENT, 200, found)) {
                assertThat(launch(server)).isInstanceOfSatisfying(LaunchOutcome.Failed.class, failed -> assertThat(
                                failed.problem().arguments())
                        .containsEntry("cause", "COLUMN_DOES_NOT_EXIST_ERROR"));
            }
        }
    }

    @Test
    void theRowLimitIsNeverAboveTheOneInTheSql() {
        for (Map.Entry<String, Long> each : Map.of("SELECT 1 LIMIT 3", 3L, "SELECT 1", 50L, "SELECT 1 LIMIT 300", 50L)
                .entrySet()) {
            try (FakeSuperset server = Shop.server();
                    Superset superset = server.connect()) {
                Shop.launchOnItsOwnTerms(superset, each.getKey());

                String sent =
                        server.requestsOf("/api/v1/sqllab").get(0).getBody().utf8();
                assertThat((Map<?, ?>) JsonText.parse(sent))
                        .extracting("queryLimit")
                        .isEqualTo(each.getValue());
            }
        }
    }
}
