package io.dsreview.superset.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.api.canonical.JsonText;
import io.dsreview.superset.FakeSuperset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;

/** Bodies with keys that not every version knows. */
class UnknownKeysTest {

    private static final String BY_SCHEMA = "{\"message\":{\"catalog\":[\"Unknown field.\"]}}";

    private static FakeSuperset refusingOnce(String request, int status, String body) {
        AtomicInteger asked = new AtomicInteger();
        return new FakeSuperset()
                .answer(
                        request,
                        any -> asked.incrementAndGet() == 1
                                ? FakeSuperset.response(status, body)
                                : FakeSuperset.response(200, "{}"));
    }

    private static List<Object> bodies(FakeSuperset server, String path) {
        return server.requestsOf(path).stream()
                .map(RecordedRequest::getBody)
                .<Object>map(body -> JsonText.parse(body.utf8()))
                .toList();
    }

    @Test
    void anOptionalKeyThatIsNotKnownIsLeftOut() {
        for (int status : new int[] {400, 422}) {
            try (FakeSuperset server = refusingOnce(Talk.EXECUTE_PATH, status, BY_SCHEMA);
                    Talk talk = Talk.with(server)) {
                Answer answer = talk.send(Talk.EXECUTE.withOptional("catalog", "schema"));

                assertThat(Talk.status(answer)).isEqualTo(200);
                assertThat(bodies(server, "/api/v1/sqllab"))
                        .containsExactly(Map.of("sql", "SELECT 1", "catalog", "main"), Map.of("sql", "SELECT 1"));
            }
        }
    }

    @Test
    void aKeyThatIsNeededStays() {
        try (FakeSuperset server = refusingOnce(Talk.EXECUTE_PATH, 400, BY_SCHEMA);
                Talk talk = Talk.with(server)) {
            assertThat(Talk.status(talk.send(Talk.EXECUTE))).isEqualTo(400);
            assertThat(Talk.status(talk.send(Talk.EXECUTE.withOptional("schema"))))
                    .isEqualTo(200);
            assertThat(bodies(server, "/api/v1/sqllab")).hasSize(2);
        }
    }

    @Test
    void aLaunchIsNotRepeatedForWordsThatADatabaseMayHaveSaid() {
        for (String body : List.of(
                "{\"errors\":[{\"message\":\"Unknown field. catalog\",\"error_type\":\"GENERIC_DB_ENGINE_ERROR\"}]}",
                "{\"message\":\"catalog: Unknown field.\"}",
                "{\"message\":{\"catalog\":[\"Not a valid string.\"]}}",
                "{\"error\":\"{'catalog': ['Unknown field.']}\"}")) {
            for (int status : new int[] {400, 422, 500}) {
                try (FakeSuperset server = refusingOnce(Talk.EXECUTE_PATH, status, body);
                        Talk talk = Talk.with(server)) {
                    talk.send(Talk.EXECUTE.withOptional("catalog"));

                    assertThat(server.requestsOf("/api/v1/sqllab")).hasSize(1);
                }
            }
        }
    }

    @Test
    void aSafeRequestIsRepeatedForWordsToo() {
        String words = "{\"message\":\"Request is incorrect: {'force': ['Unknown field.']}\"}";
        try (FakeSuperset server = refusingOnce(Talk.CHART_DATA_PATH, 400, words);
                Talk talk = Talk.with(server)) {
            assertThat(Talk.status(talk.send(Talk.CHART_DATA.withOptional("force"))))
                    .isEqualTo(200);
            assertThat(bodies(server, "/api/v1/chart"))
                    .containsExactly(Map.of("queries", List.of(), "force", false), Map.of("queries", List.of()));
        }
    }

    @Test
    void itIsRepeatedOnceOnly() {
        try (FakeSuperset server = new FakeSuperset()
                        .json(
                                Talk.EXECUTE_PATH,
                                400,
                                "{\"message\":{\"catalog\":[\"Unknown field.\"],\"sql\":[\"Unknown field.\"]}}");
                Talk talk = Talk.with(server)) {
            assertThat(Talk.status(talk.send(Talk.EXECUTE.withOptional("catalog"))))
                    .isEqualTo(400);
            assertThat(server.requestsOf("/api/v1/sqllab")).hasSize(2);
        }
    }
}
