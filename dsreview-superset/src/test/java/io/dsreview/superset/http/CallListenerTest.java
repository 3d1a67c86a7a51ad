package io.dsreview.superset.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.dsreview.superset.FakeSuperset;
import io.dsreview.superset.observation.SupersetCall;
import io.dsreview.superset.observation.SupersetCallListener;
import io.dsreview.superset.seam.ManualTime;
import io.dsreview.superset.seam.Timekeeper;
import io.dsreview.superset.traffic.TrafficLimits;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CallListenerTest {

    private final List<SupersetCall> calls = new CopyOnWriteArrayList<>();

    private Talk talk(FakeSuperset server, Timekeeper time, SupersetCallListener listener) {
        return Talk.with(server.base(), Talk.PASSWORD, time, TrafficLimits.defaults(), listener);
    }

    @Test
    void hearsOfEveryTryWithItsStatusOrProblem() {
        AtomicInteger asked = new AtomicInteger();
        try (FakeSuperset server = new FakeSuperset()
                        .answer(
                                Talk.DATASET_PATH,
                                any -> asked.incrementAndGet() == 1
                                        ? FakeSuperset.response(429, "{}")
                                        : FakeSuperset.response(200, "<html>"));
                Talk talk = talk(server, new ManualTime(), calls::add)) {
            talk.send(Talk.DATASET);

            assertThat(calls)
                    .extracting(
                            SupersetCall::request, SupersetCall::status, SupersetCall::problem, SupersetCall::attempt)
                    .containsExactly(
                            tuple("login", OptionalInt.of(200), Optional.empty(), 1),
                            tuple("dataset", OptionalInt.of(429), Optional.empty(), 1),
                            tuple("dataset", OptionalInt.empty(), Optional.of("SUPERSET_ANSWER_NOT_JSON"), 2));
            assertThat(calls).allSatisfy(call -> {
                assertThat(call.environment()).isEqualTo(FakeSuperset.PROD);
                assertThat(call.fromCache()).isFalse();
            });
        }
    }

    @Test
    void hearsHowLongItTook() {
        ManualTime time = new ManualTime();
        try (FakeSuperset server = new FakeSuperset().answer(Talk.DATASET_PATH, any -> {
                    time.pass(Duration.ofMillis(250));
                    return FakeSuperset.response(200, "{}");
                });
                Talk talk = talk(server, time, calls::add)) {
            talk.send(Talk.DATASET);

            assertThat(calls.get(1).duration()).isEqualTo(Duration.ofMillis(250));
        }
    }

    @Test
    void hearsNoSecretAndNoValue() {
        try (FakeSuperset server = new FakeSuperset().json(Talk.EXECUTE_PATH, 500, "{\"message\":\"no value-1\"}");
                Talk talk = talk(server, Timekeeper.system(), calls::add)) {
            talk.send(Talk.EXECUTE);

            assertThat(calls).hasSize(3);
            assertThat(calls.toString())
                    .doesNotContain(
                            FakeSuperset.PASSWORD,
                            FakeSuperset.TOKEN,
                            FakeSuperset.CSRF,
                            FakeSuperset.COOKIE,
                            "value-1");
        }
    }

    @Test
    void thatFailsChangesNothing() {
        try (FakeSuperset server = new FakeSuperset().json(Talk.DATASET_PATH, 200, "{}");
                Talk talk = talk(server, Timekeeper.system(), call -> {
                    throw new IllegalStateException("secret-of-the-host");
                })) {
            assertThat(Talk.status(talk.send(Talk.DATASET))).isEqualTo(200);
        }
    }
}
