package io.dsreview.superset;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.api.error.Problem;
import io.dsreview.api.error.ProblemText;
import io.dsreview.api.superset.SupersetCredential;
import io.dsreview.api.superset.SupersetCredentials;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever a server answers, at whichever request, becomes a problem in time, and never an exception. */
class BadAnswersTest {

    private static final Duration TIMEOUT = Duration.ofMillis(300);

    /** An answer that is not what Superset sends. */
    record Answer(String name, MockResponse response) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static final List<Answer> ANSWERS = List.of(
            new Answer("HTML", FakeSuperset.response(200, "<!doctype html><title>Login</title>")),
            new Answer("HTML_500", FakeSuperset.response(500, "<h1>Internal Server Error</h1>")),
            new Answer("JSON_500", FakeSuperset.response(500, "{\"message\":\"broken\"}")),
            new Answer("EMPTY", FakeSuperset.response(200, "")),
            new Answer("NOT_JSON", FakeSuperset.response(200, "{\"result\": [1,")),
            new Answer("ANOTHER_SHAPE", FakeSuperset.response(200, "[[]]")),
            new Answer("NULL", FakeSuperset.response(200, "null")),
            new Answer("DEEP", FakeSuperset.response(200, "[".repeat(100_000))),
            new Answer("HUGE", FakeSuperset.response(200, "\"" + "x".repeat(70_000) + "\"")),
            new Answer(
                    "BOMB",
                    new MockResponse.Builder()
                            .addHeader("Content-Encoding", "gzip")
                            .body(gzip("\"" + "x".repeat(10_000_000) + "\""))
                            .build()),
            new Answer(
                    "TRUNCATED",
                    FakeSuperset.response(200, "{\"result\":[]}")
                            .newBuilder()
                            .onResponseBody(new SocketEffect.CloseSocket())
                            .build()),
            new Answer(
                    "DISCONNECTED",
                    new MockResponse.Builder()
                            .onResponseStart(new SocketEffect.CloseSocket())
                            .build()),
            new Answer(
                    "SLOW_START",
                    FakeSuperset.response(200, "{}")
                            .newBuilder()
                            .headersDelay(20, TimeUnit.SECONDS)
                            .build()),
            new Answer(
                    "SLOW_BODY",
                    FakeSuperset.response(200, "{\"a\":\"" + "x".repeat(2_000) + "\"}")
                            .newBuilder()
                            .throttleBody(1, 100, TimeUnit.MILLISECONDS)
                            .build()));

    private static Buffer gzip(String text) {
        Buffer packed = new Buffer();
        try (okio.BufferedSink sink = okio.Okio.buffer(new okio.GzipSink(packed))) {
            sink.writeUtf8(text);
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
        return packed;
    }

    private static Superset connect(FakeSuperset server) {
        return connect(server, TIMEOUT);
    }

    private static Superset connect(FakeSuperset server, Duration timeout) {
        return Superset.connect(server.config(SupersetCredential.password("svc", FakeSuperset.PASSWORD))
                .callTimeout(timeout)
                .maxResponseBytes(60_000)
                .build());
    }

    @ParameterizedTest
    @EnumSource
    void becomeProblemsInTime(Operation operation) {
        for (Answer answer : ANSWERS) {
            for (String request : operation.requests()) {
                try (FakeSuperset server = Operation.server();
                        Superset superset = connect(server)) {
                    server.answer(request, any -> answer.response);
                    long start = System.nanoTime();

                    Object result = operation.run(superset);

                    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(TIMEOUT.plusSeconds(3));
                    boolean stateOnly = request.contains("filter_state")
                            && List.of("ANOTHER_SHAPE", "NULL").contains(answer.name());
                    if (stateOnly) {
                        continue; // a state that holds nothing is lost, which is an item of the recovery
                    }
                    List<Problem> problems = Operation.problems(result);
                    assertThat(problems)
                            .as(answer + " to " + request + ": " + result)
                            .isNotEmpty();
                    assertThat(problems).allSatisfy(problem -> assertThat(
                                    ProblemText.of(problem, Locale.ENGLISH).toString())
                            .doesNotContain("?")
                            .isNotEqualTo(problem.code()));
                }
            }
        }
    }

    @Test
    void aServerThatIsNotThereIsAProblem() {
        FakeSuperset server = Operation.server();
        server.close();
        for (Operation operation : Operation.values()) {
            // A refused connection is tried again, which a busy machine must have the time for.
            try (Superset superset = connect(server, Duration.ofSeconds(30))) {
                assertThat(Operation.problems(operation.run(superset)))
                        .extracting(Problem::code)
                        .containsExactly("SUPERSET_UNREACHABLE");
            }
        }
    }

    @Test
    void aHostWithoutAddressIsAProblem() {
        SupersetConfig config = SupersetConfig.builder()
                .environment("prod", URI.create("http://no-such-host.invalid"), credentials())
                .build();
        try (Superset superset = Superset.connect(config)) {
            assertThat(Operation.problems(Operation.PROBE.run(superset)))
                    .extracting(Problem::code)
                    .containsExactly("SUPERSET_UNREACHABLE");
        }
    }

    @Test
    void anUnknownEnvironmentIsAProblem() {
        SupersetConfig config = SupersetConfig.builder()
                .environment("test", URI.create("http://no-such-host.invalid"), credentials())
                .build();
        try (Superset superset = Superset.connect(config)) {
            assertThat(Operation.problems(Operation.RECOVER.run(superset)))
                    .extracting(Problem::code)
                    .containsExactly("SUPERSET_ENVIRONMENT_UNKNOWN");
        }
    }

    private static SupersetCredentials credentials() {
        return SupersetCredentials.fixed(SupersetCredential.password("svc", "x"));
    }
}
