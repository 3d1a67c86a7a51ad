package io.dsreview.superset.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.superset.FakeSuperset;
import io.dsreview.superset.seam.ManualTime;
import io.dsreview.superset.traffic.TrafficLimits;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What happens when a server answers 429. */
class TooManyRequestsTest {

    private final ManualTime time = new ManualTime();

    private static MockResponse tooMany(String retryAfter) {
        MockResponse.Builder refusal =
                FakeSuperset.response(429, "{\"message\":\"50 per 1 second\"}").newBuilder();
        if (retryAfter != null) {
            refusal.addHeader("Retry-After", retryAfter);
        }
        return refusal.build();
    }

    private static FakeSuperset refusing(String request, int times, MockResponse refusal) {
        AtomicInteger asked = new AtomicInteger();
        return new FakeSuperset()
                .answer(request, any -> asked.incrementAndGet() <= times ? refusal : FakeSuperset.response(200, "{}"));
    }

    @ParameterizedTest
    @CsvSource(
            value = {"2, PT2S", "0, PT0S", "NONE, PT1S", "soon, PT1S", "-3, PT1S", "99999999999, PT1S"},
            nullValues = "NONE")
    void aSafeRequestIsSentAgainAfterThePauseThatTheServerWants(String retryAfter, Duration pause) {
        for (String path : new String[] {Talk.DATASET_PATH, Talk.CHART_DATA_PATH}) {
            ManualTime clock = new ManualTime();
            try (FakeSuperset server = refusing(path, 1, tooMany(retryAfter));
                    Talk talk = Talk.with(server, clock)) {
                ApiRequest request = path.equals(Talk.DATASET_PATH) ? Talk.DATASET : Talk.CHART_DATA;

                assertThat(Talk.status(talk.send(request))).isEqualTo(200);
                assertThat(clock.pauses()).containsExactly(pause);
                assertThat(server.requests()).hasSize(2);
            }
        }
    }

    @Test
    void aMomentIsWaitedFor() {
        String moment = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                ManualTime.START.plusSeconds(3).atOffset(ZoneOffset.UTC));
        try (FakeSuperset server = refusing(Talk.DATASET_PATH, 1, tooMany(moment));
                Talk talk = Talk.with(server, time)) {
            assertThat(Talk.status(talk.send(Talk.DATASET))).isEqualTo(200);
            assertThat(time.pauses()).containsExactly(Duration.ofSeconds(3));
        }
    }

    @Test
    void aMomentThatHasPassedIsNotWaitedFor() {
        try (FakeSuperset server = refusing(Talk.DATASET_PATH, 1, tooMany("Sun, 06 Nov 1994 08:49:37 GMT"));
                Talk talk = Talk.with(server, time)) {
            assertThat(Talk.status(talk.send(Talk.DATASET))).isEqualTo(200);
            assertThat(time.pauses()).containsExactly(Duration.ZERO);
        }
    }

    @Test
    void aPauseBeyondTheDeadlineIsNotMade() {
        try (FakeSuperset server = refusing(Talk.DATASET_PATH, 1, tooMany("3600"));
                Talk talk = Talk.with(server, time)) {
            Answer.Received answer = (Answer.Received) talk.send(Talk.DATASET);

            assertThat(answer.status()).isEqualTo(429);
            assertThat(SupersetFailures.of(FakeSuperset.PROD, Talk.DATASET, answer)
                            .code())
                    .isEqualTo("SUPERSET_RATE_LIMITED");
            assertThat(time.pauses()).isEmpty();
        }
    }

    @Test
    void afterThreePausesItIsGivenUp() {
        try (FakeSuperset server = refusing(Talk.DATASET_PATH, 100, tooMany("1"));
                Talk talk = Talk.with(server, time)) {
            assertThat(Talk.status(talk.send(Talk.DATASET))).isEqualTo(429);
            assertThat(time.pauses()).hasSize(3);
            assertThat(server.requests()).hasSize(4);
        }
    }

    @Test
    void aRefusalThatIsNoJsonIsOneAllTheSame() {
        MockResponse page =
                tooMany("1").newBuilder().body("<h1>Too Many Requests</h1>").build();
        try (FakeSuperset server = refusing(Talk.DATASET_PATH, 1, page);
                Talk talk = Talk.with(server, time)) {
            assertThat(Talk.status(talk.send(Talk.DATASET))).isEqualTo(200);
        }
    }

    @Test
    void aLaunchIsNeverSentAgain() {
        try (FakeSuperset server = refusing(Talk.EXECUTE_PATH, 1, tooMany("0"));
                Talk talk = Talk.with(server, time)) {
            assertThat(Talk.status(talk.send(Talk.EXECUTE))).isEqualTo(429);
            assertThat(server.requestsOf("/api/v1/sqllab")).hasSize(1);
            assertThat(time.pauses()).isEmpty();
        }
    }

    @Test
    void aLoginWaitsToo() {
        try (FakeSuperset server = new FakeSuperset().json(Talk.DATASET_PATH, 200, "{}")) {
            AtomicInteger asked = new AtomicInteger();
            server.answer(
                    "POST /api/v1/security/login",
                    any -> asked.incrementAndGet() == 1
                            ? tooMany("1")
                            : FakeSuperset.response(200, "{\"access_token\":\"t\"}"));
            try (Talk talk = Talk.with(server.base(), Talk.PASSWORD, time, TrafficLimits.defaults(), call -> {})) {
                assertThat(Talk.status(talk.send(Talk.DATASET))).isEqualTo(200);
                assertThat(time.pauses()).containsExactly(Duration.ofSeconds(1));
            }
        }
    }
}
