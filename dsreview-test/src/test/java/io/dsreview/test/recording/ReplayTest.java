package io.dsreview.test.recording;

import static io.dsreview.test.recording.SmallSuperset.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.api.canonical.JsonText;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayTest {

    @TempDir
    private Path directory;

    @Nested
    class Answers {

        @Test
        void areThoseOfTheLiveServerButForRemovedValues() throws IOException {
            List<String> live = recorded(browser -> browser.walk(PASSWORD, "k3x9aa01"));
            try (RecordingProxy proxy = RecordingProxy.replay(directory)) {
                List<String> replayed = new Browser(proxy.uri()).walk(PASSWORD, "k3x9aa01");

                assertThat(replayed.subList(2, 4))
                        .isEqualTo(live.subList(2, 4)); // execute, redirect: nothing to remove
                assertThat(replayed).hasSameSizeAs(live);
                assertThat(replayed.get(0))
                        .isEqualTo(live.get(0)
                                .replace(SmallSuperset.EMAIL, "redacted-email-1@example.test")
                                .replaceAll("postgresql:[^\"]*", "redacted-sqlalchemy_uri-1"));
                assertThat(replayed.get(4))
                        .isEqualTo(live.get(4).replace(SmallSuperset.CSRF_TOKEN, "redacted-csrf_token-1"));
                assertThat(proxy.unexpected()).isEmpty();
                assertThat(proxy.unused()).isEmpty();
                assertThat(proxy.requests()).hasSize(9);
            }
        }

        @Test
        void areGivenToAnyoneWithAnyPassword() throws IOException {
            recorded(browser -> browser.walk(PASSWORD, "k3x9aa01"));
            try (RecordingProxy proxy = RecordingProxy.replay(directory)) {
                new Browser(proxy.uri()).walk("another password", "zz");

                assertThat(proxy.unexpected()).isEmpty();
                assertThat(proxy.requests().toString()).doesNotContain("another");
            }
        }

        @Test
        void comeInTheRecordedOrderAndThenTheLastOneAgain() throws IOException {
            recorded(browser -> List.of(browser.get("/api/v1/dashboard/4"), browser.get("/api/v1/dashboard/4")));
            try (RecordingProxy proxy = RecordingProxy.replay(directory)) {
                Browser browser = new Browser(proxy.uri());
                List<String> visits = IntStream.range(0, 4)
                        .mapToObj(i -> Browser.field(browser.get("/api/v1/dashboard/4"), "visits"))
                        .toList();

                assertThat(visits).containsExactly("1", "2", "2", "2");
            }
        }

        @Test
        void repeatThePresentValueOfAVolatileField() throws IOException {
            recorded(browser -> browser.post("/api/v1/sqllab/execute/", Map.of("client_id", "recorded-id")));
            try (RecordingProxy proxy = RecordingProxy.replay(directory)) {
                Browser browser = new Browser(proxy.uri());
                HttpResponse<String> first = browser.post("/api/v1/sqllab/execute/", Map.of("client_id", "one"));
                HttpResponse<String> second = browser.post("/api/v1/sqllab/execute/", Map.of("client_id", "two"));

                assertThat(Browser.field(first, "query")).isEqualTo("{id=one, key=results-one}");
                assertThat(Browser.field(second, "query")).isEqualTo("{id=two, key=results-two}");
            }
        }

        @Test
        void setACookieThatTheClientSendsBack() throws IOException {
            recorded(browser -> List.of(browser.get("/api/v1/security/csrf_token/"), browser.get("/echo")));
            try (RecordingProxy proxy = RecordingProxy.replay(directory)) {
                Browser browser = new Browser(proxy.uri());
                browser.get("/api/v1/security/csrf_token/");

                assertThat(browser.get("/echo").body()).contains("Cookie: [session=redacted-session-1]");
            }
        }

        @Test
        void preferAnExactMatchToAPlaceholder() throws IOException {
            recorded(browser -> List.of(
                    browser.post("/echo", Map.of("token", "secret-one", "n", 1L)),
                    browser.post("/echo", Map.of("token", "secret-two", "n", 1L))));
            try (RecordingProxy proxy = RecordingProxy.replay(directory)) {
                Browser browser = new Browser(proxy.uri());

                assertThat(browser.post("/echo", Map.of("token", "redacted-token-2", "n", 1L))
                                .body())
                        .contains("redacted-token-2");
                assertThat(browser.post("/echo", Map.of("token", "redacted-token-1", "n", 1L))
                                .body())
                        .contains("redacted-token-1");
            }
        }

        @Test
        void reachManyClientsAtOnce() throws IOException {
            recorded(browser -> IntStream.range(0, 40)
                    .parallel()
                    .mapToObj(i -> browser.post("/echo/" + i, Map.of("token", "secret-" + i))
                            .statusCode())
                    .toList());
            try (RecordingProxy proxy = RecordingProxy.replay(directory)) {
                Browser browser = new Browser(proxy.uri());
                List<Integer> statuses = IntStream.range(0, 40)
                        .parallel()
                        .mapToObj(i -> browser.post("/echo/" + i, Map.of("token", "secret-" + i))
                                .statusCode())
                        .toList();

                assertThat(statuses).hasSize(40).containsOnly(404);
                assertThat(proxy.unused()).isEmpty();
                assertThat(proxy.requests()).hasSize(40);
            }
        }
    }

    @Nested
    class Matching {

        @Test
        void ignoresTheOrderOfQueryParametersAndOfJsonKeys() throws IOException {
            recorded(browser -> browser.postText("/echo?a=1&b=2&a=3", "{\"x\": [1, {\"y\": 1.50}], \"z\": null}"));
            try (RecordingProxy proxy = RecordingProxy.replay(directory)) {
                HttpResponse<String> answer =
                        new Browser(proxy.uri()).postText("/echo?b=2&a=3&a=1", "{\"z\":null,\"x\":[1.0,{\"y\":1.5}]}");

                assertThat(answer.statusCode()).isEqualTo(404);
                assertThat(proxy.unexpected()).isEmpty();
            }
        }

        @Test
        void refusesWhatWasNeverRecordedAndSaysWhy() throws IOException {
            recorded(browser -> browser.postText("/echo/1?a=1", "{\"sql\": \"SELECT 1\", \"list\": [1, {\"x\": 1}]}"));
            try (RecordingProxy proxy = RecordingProxy.replay(directory)) {
                HttpResponse<String> answer = new Browser(proxy.uri())
                        .postText(
                                "/echo/1?a=2&b=person",
                                "{\"sql\": \"SELECT person\", \"list\": [1, {\"x\": 2, \"new\": 1}]}");

                assertThat(answer.statusCode()).isEqualTo(501);
                assertThat(JsonText.parse(answer.body()))
                        .isEqualTo(Map.of(
                                "message",
                                "POST /echo/1 was never recorded: query parameter a has another value; "
                                        + "query parameter b was not recorded; "
                                        + "body field $.sql has another value; body field $.list[1].x has another value; "
                                        + "body field $.list[1].new was not recorded. Record again with this request.",
                                "code",
                                "never-recorded",
                                "method",
                                "POST",
                                "path",
                                "/echo/1",
                                "differences",
                                List.of(
                                        "query parameter a has another value",
                                        "query parameter b was not recorded",
                                        "body field $.sql has another value",
                                        "body field $.list[1].x has another value",
                                        "body field $.list[1].new was not recorded"),
                                "cure",
                                "Record again with this request."));
                assertThat(answer.body()).doesNotContain("person");
                assertThat(proxy.unexpected()).singleElement().satisfies(request -> assertThat(request.toString())
                        .startsWith("POST /echo/1 was never recorded: query parameter a has another value; "));
                assertThat(proxy.unused()).containsExactly("0001-POST-echo-1.json");
            }
        }

        @Test
        void comparesWithTheClosestRecording() throws IOException {
            recorded(browser -> List.of(browser.get("/other?a=1"), browser.get("/echo?a=1&b=1&c=1")));
            try (RecordingProxy proxy = RecordingProxy.replay(directory)) {
                Browser browser = new Browser(proxy.uri());
                browser.get("/echo?a=1&b=1");
                browser.get("/nowhere");
                browser.post("/other?a=1", Map.of());

                assertThat(proxy.unexpected())
                        .extracting(UnexpectedRequest::toString)
                        .containsExactly(
                                "GET /echo was never recorded: query parameter c is missing",
                                "GET /nowhere was never recorded: the path was not recorded; query parameter a is missing",
                                "POST /other was never recorded: the method was recorded as GET; "
                                        + "the body was recorded as empty and is JSON");
            }
        }

        @Test
        void tellsListsMissingFieldsAndKindsOfBodiesApart() throws IOException {
            recorded(browser -> browser.postText("/echo", "{\"a\": [1], \"b\": {\"c\": \"1\"}, \"d\": true}"));
            try (RecordingProxy proxy = RecordingProxy.replay(directory)) {
                Browser browser = new Browser(proxy.uri());
                browser.postText("/echo", "{\"a\": [1, 2], \"b\": {}, \"d\": false}");
                browser.postText("/echo", "no JSON");

                assertThat(proxy.unexpected())
                        .extracting(UnexpectedRequest::differences)
                        .containsExactly(
                                List.of(
                                        "body field $.a was recorded with 1 elements and has 2",
                                        "body field $.b.c is missing",
                                        "body field $.d has another value"),
                                List.of("the body was recorded as JSON and is text"));
            }
        }

        @Test
        void ofAnEmptyRecordingFindsNothing() throws IOException {
            recorded(browser -> List.of());
            try (RecordingProxy proxy = RecordingProxy.replay(directory)) {
                assertThat(proxy.requests()).isEmpty();
                new Browser(proxy.uri()).get("/x");

                assertThat(proxy.unexpected().get(0).differences()).containsExactly("the recording is empty");
            }
        }
    }

    @Test
    void keepsNumbersAsTheyWereWritten() throws IOException {
        recorded(browser -> browser.postText("/api/v1/sqllab/execute/", "{\"n\": 1.50, \"m\": 9007199254740993}"));
        try (RecordingProxy proxy = RecordingProxy.replay(directory)) {
            new Browser(proxy.uri()).postText("/api/v1/sqllab/execute/", "{\"n\": 1.5, \"m\": 9007199254740993}");

            assertThat(proxy.unexpected()).isEmpty();
            assertThat(Files.readString(directory.resolve("0001-POST-api-v1-sqllab-execute.json")))
                    .contains("\"n\": " + new BigDecimal("1.50"), "\"m\": 9007199254740993");
        }
    }

    private interface Session<T> {
        T run(Browser browser);
    }

    private <T> T recorded(Session<T> session) throws IOException {
        try (SmallSuperset superset = new SmallSuperset();
                RecordingProxy proxy = RecordingProxy.record(directory, superset.uri())) {
            return session.run(new Browser(proxy.uri()));
        }
    }
}
