package io.dsreview.superset;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.api.canonical.JsonText;
import io.dsreview.api.execution.LaunchOutcome;
import io.dsreview.api.superset.SupersetCredential;
import io.dsreview.superset.seam.Timekeeper;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AsyncLaunchTest {

    private static final String SQL = "SELECT 1";
    private static final String DATABASE = "GET /api/v1/database/3";
    private static final String EXECUTE = "POST /api/v1/sqllab/execute/";
    private static final String RECENT = "GET /api/v1/query/updated_since";
    private static final String ACCEPTED = "{\"query\":{\"id\":\"abc12345678\",\"queryId\":21,\"state\":\"pending\"}}";

    private static LaunchOutcome launch(FakeSuperset server, LaunchMode mode, Timekeeper time) {
        SupersetConfig config = server.config(SupersetCredential.password("svc", FakeSuperset.PASSWORD))
                .launchMode(mode)
                .build();
        try (Superset superset = Superset.connect(config, time)) {
            return Shop.launchOnItsOwnTerms(superset, SQL);
        }
    }

    private static String recent(String state) {
        return "{\"result\":[{\"id\":\"abc12345678\",\"queryId\":21,\"state\":\"" + state
                + "\",\"rows\":1,\"limit\":50,\"limitingFactor\":\"NOT_LIMITED\",\"resultsKey\":\"key-1\",\"sql\":\""
                + SQL
                + "\"}]}";
    }

    private static boolean ranAsync(FakeSuperset server) {
        String sent = server.requestsOf("/api/v1/sqllab").get(0).getBody().utf8();
        return (Boolean) ((Map<?, ?>) JsonText.parse(sent)).get("runAsync");
    }

    @Test
    void runsOnAWorkerWhereTheDatabaseAllowsItAndAsksUntilTheEnd() {
        AtomicInteger asked = new AtomicInteger();
        ManualTime time = new ManualTime();
        try (FakeSuperset server = Shop.server()
                .json(DATABASE, 200, "{\"result\":{\"allow_run_async\":true}}")
                .json(EXECUTE, 202, ACCEPTED)
                .answer(
                        RECENT,
                        any -> FakeSuperset.response(
                                200, recent(asked.incrementAndGet() < 4 ? "pending" : "success")))) {
            LaunchOutcome outcome = launch(server, LaunchMode.ASYNC, time);

            assertThat(outcome).isInstanceOfSatisfying(LaunchOutcome.Succeeded.class, success -> {
                assertThat(success.reference().queryId()).isEqualTo(21);
                assertThat(success.results().key()).isEqualTo("key-1");
                assertThat(success.results().cut()).isFalse();
            });
            assertThat(ranAsync(server)).isTrue();
            assertThat(time.pauses())
                    .containsExactly(Duration.ofMillis(250), Duration.ofMillis(500), Duration.ofSeconds(1));
        }
    }

    @Test
    void runsWithinTheRequestWhereTheDatabaseDoesNotAllowItOrIsHidden() {
        for (String database : List.of(
                "{\"result\":{\"allow_run_async\":false}}", "{\"result\":{\"allow_run_async\":\"yes\"}}", "{}", "[]")) {
            try (FakeSuperset server = Shop.server().json(DATABASE, 200, database)) {
                assertThat(launch(server, LaunchMode.ASYNC, Timekeeper.system()))
                        .as(database)
                        .isInstanceOf(LaunchOutcome.Succeeded.class);
                assertThat(ranAsync(server)).as(database).isFalse();
            }
        }
        try (FakeSuperset server = Shop.server()) {
            assertThat(launch(server, LaunchMode.ASYNC, Timekeeper.system()))
                    .isInstanceOf(LaunchOutcome.Succeeded.class);
            assertThat(ranAsync(server)).isFalse();
        }
    }

    @Test
    void asksForNoDatabaseWhereItIsNotWanted() {
        try (FakeSuperset server = Shop.server().json(DATABASE, 200, "{\"result\":{\"allow_run_async\":true}}")) {
            launch(server, LaunchMode.SYNC, Timekeeper.system());

            assertThat(server.requested()).doesNotContain(DATABASE).contains(EXECUTE);
            assertThat(ranAsync(server)).isFalse();
        }
    }

    @Test
    void aQueueThatNobodyWorksOnEndsTypedWhenTheTimeIsUp() {
        ManualTime time = new ManualTime();
        try (FakeSuperset server = Shop.server()
                .json(DATABASE, 200, "{\"result\":{\"allow_run_async\":true}}")
                .json(EXECUTE, 202, ACCEPTED)
                .json(RECENT, 200, recent("pending"))) {
            LaunchOutcome outcome = launch(server, LaunchMode.ASYNC, time);

            assertThat(outcome).isInstanceOfSatisfying(LaunchOutcome.Running.class, running -> {
                assertThat(running.reference().queryId()).isEqualTo(21);
                assertThat(running.problem().arguments()).containsEntry("state", "pending");
            });
            assertThat(time.waited()).isLessThan(Duration.ofSeconds(8));
            assertThat(server.requestsOf("/api/v1/sqllab")).hasSize(1);
        }
    }

    @Test
    void aWorkerThatCannotBeReachedIsAFailedLaunch() {
        try (FakeSuperset server = Shop.server()
                .json(DATABASE, 200, "{\"result\":{\"allow_run_async\":true}}")
                .json(EXECUTE, 500, "{\"errors\":[{\"message\":\"x\",\"error_type\":\"ASYNC_WORKERS_ERROR\"}]}")
                .json(RECENT, 200, recent("failed"))) {
            assertThat(launch(server, LaunchMode.ASYNC, new ManualTime()))
                    .isInstanceOfSatisfying(LaunchOutcome.Failed.class, failed -> assertThat(
                                    failed.problem().arguments())
                            .containsEntry("cause", "ASYNC_WORKERS_ERROR"));
        }
    }

    @Test
    void anInterruptionEndsTheWaitingAndNotTheQuery() {
        Timekeeper interrupting = new ManualTime() {
            @Override
            public void pause(Duration pause) throws InterruptedException {
                throw new InterruptedException();
            }
        };
        try (FakeSuperset server = Shop.server()
                .json(DATABASE, 200, "{\"result\":{\"allow_run_async\":true}}")
                .json(EXECUTE, 202, ACCEPTED)
                .json(RECENT, 200, recent("running"))) {
            LaunchOutcome outcome = launch(server, LaunchMode.ASYNC, interrupting);

            assertThat(Thread.interrupted()).isTrue();
            assertThat(outcome).isInstanceOf(LaunchOutcome.Running.class);
            assertThat(server.requested()).doesNotContain("POST /api/v1/query/stop");
        }
    }
}
