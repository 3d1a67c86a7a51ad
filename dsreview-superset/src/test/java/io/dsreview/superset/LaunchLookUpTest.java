package io.dsreview.superset;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.api.canonical.JsonText;
import io.dsreview.api.execution.LaunchOutcome;
import io.dsreview.api.execution.QueryResults;
import io.dsreview.api.execution.SentLaunch;
import io.dsreview.api.execution.SqlLabReference;
import io.dsreview.api.superset.SupersetCredential;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LaunchLookUpTest {

    private static final String SQL = "SELECT 1";
    private static final Instant LAUNCHED = Instant.parse("2026-03-01T12:00:00Z");
    private static final SentLaunch SENT =
            new SentLaunch(Shop.inputs(Map.of()), SQL, "abc12345678", Shop.TERMS, LAUNCHED);
    private static final String RECENT = "GET /api/v1/query/updated_since";
    private static final String STOP = "POST /api/v1/query/stop";

    private static Superset connect(FakeSuperset server) {
        return Superset.connect(
                server.config(SupersetCredential.password("svc", FakeSuperset.PASSWORD))
                        .build(),
                new ManualTime());
    }

    private static String recent(String clientId, String state) {
        return "{\"result\":[{\"id\":\"" + clientId + "\",\"queryId\":21,\"state\":\"" + state
                + "\",\"rows\":9,\"limit\":50,\"limitingFactor\":\"NOT_LIMITED\",\"sql\":\"" + SQL + "\"}]}";
    }

    @Nested
    class LookingUp {

        private LaunchOutcome lookUp(FakeSuperset server) {
            try (Superset superset = connect(server)) {
                return superset.compilationAdapter().lookUp(SENT, FakeSuperset.ANN);
            }
        }

        @Test
        void findsTheLaunchByItsClientIdAndExecutesNothing() {
            try (FakeSuperset server = Shop.server().json(RECENT, 200, recent("abc12345678", "success"))) {
                assertThat(lookUp(server))
                        .isEqualTo(new LaunchOutcome.Succeeded(
                                new SqlLabReference(21, server.base() + "/sqllab/?queryId=21"),
                                null,
                                new QueryResults(9, 50, false, null)));
                assertThat(server.requestsOf("/api/v1/sqllab")).isEmpty();
                assertThat(server.requestsOf("/api/v1/query/updated_since"))
                        .singleElement()
                        .satisfies(request -> assertThat(request.getUrl().queryParameter("q"))
                                .as("from an hour before the launch on")
                                .isEqualTo("(last_updated_ms:"
                                        + LAUNCHED.minusSeconds(3600).toEpochMilli() + ")"));
            }
        }

        @Test
        void whatSupersetDoesNotTellStaysUnknown() {
            for (FakeSuperset server : List.of(
                    Shop.server().json(RECENT, 200, recent("abc12345679", "success")),
                    Shop.server().json(RECENT, 200, recent("abc12345678", "new_state")),
                    Shop.server().json(RECENT, 403, "{\"message\":\"Forbidden\"}"),
                    Shop.server().json(RECENT, 200, "[]"))) {
                try (server) {
                    assertThat(lookUp(server))
                            .isInstanceOfSatisfying(LaunchOutcome.Unknown.class, unknown -> assertThat(
                                            unknown.problem().code())
                                    .isEqualTo("SQLLAB_NOT_IN_HISTORY"));
                }
            }
        }
    }

    @Nested
    class Stopping {

        private LaunchOutcome stop(FakeSuperset server) {
            try (Superset superset = connect(server)) {
                return superset.compilationAdapter().stop(SENT, FakeSuperset.ANN);
            }
        }

        @Test
        void asksByTheClientIdAndTellsThatItStopped() {
            try (FakeSuperset server = Shop.server()
                    .json(STOP, 200, "{\"result\":\"OK\"}")
                    .json(RECENT, 200, recent("abc12345678", "stopped"))) {
                assertThat(stop(server)).isInstanceOfSatisfying(LaunchOutcome.Failed.class, failed -> assertThat(
                                failed.problem().code())
                        .isEqualTo("SQLLAB_STOPPED"));
                RecordedRequest sent = server.requestsOf("/api/v1/query/stop").get(0);
                assertThat(JsonText.parse(sent.getBody().utf8())).isEqualTo(Map.of("client_id", "abc12345678"));
                assertThat(sent.getHeaders().get("X-CSRFToken")).isEqualTo(FakeSuperset.CSRF);
            }
        }

        @Test
        void aDatabaseThatCannotStopItLeavesItRunning() {
            try (FakeSuperset server = Shop.server()
                    .json(STOP, 422, "{\"message\":\"Could not cancel query\"}")
                    .json(RECENT, 200, recent("abc12345678", "running"))) {
                assertThat(stop(server)).isInstanceOfSatisfying(LaunchOutcome.Running.class, running -> {
                    assertThat(running.problem().code()).isEqualTo("SQLLAB_NOT_STOPPED");
                    assertThat(running.problem().arguments())
                            .containsEntry("status", "422")
                            .containsEntry("serverSays", "Could not cancel query");
                });
            }
        }

        @Test
        void whatEndedMeanwhileKeepsItsEnd() {
            try (FakeSuperset server = Shop.server()
                    .json(STOP, 200, "{\"result\":\"OK\"}")
                    .json(RECENT, 200, recent("abc12345678", "success"))) {
                assertThat(stop(server)).isInstanceOf(LaunchOutcome.Succeeded.class);
            }
        }

        @Test
        void whatSupersetDoesNotKnowIsUnknown() {
            try (FakeSuperset server = Shop.server().json(RECENT, 200, "{\"result\":[]}")) {
                assertThat(stop(server)).isInstanceOf(LaunchOutcome.Unknown.class);
            }
        }
    }
}
