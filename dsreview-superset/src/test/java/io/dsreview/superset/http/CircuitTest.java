package io.dsreview.superset.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.superset.FakeSuperset;
import io.dsreview.superset.seam.ManualTime;
import io.dsreview.superset.seam.Timekeeper;
import io.dsreview.superset.traffic.TrafficLimits;
import java.time.Duration;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;

/** Which answers count as failures of an environment. */
class CircuitTest {

    private static final String OPEN = "SUPERSET_CIRCUIT_OPEN";

    private final ManualTime time = new ManualTime();

    private Talk talk(FakeSuperset server) {
        return Talk.with(
                server.base(),
                Talk.BEARER,
                time,
                TrafficLimits.defaults().withCircuit(3, 100, Duration.ofSeconds(30)),
                call -> {});
    }

    private static boolean isOpenAfter(Talk talk, ApiRequest request) {
        for (int i = 0; i < 3; i++) {
            Answer answer = talk.send(request);
            assertThat(answer instanceof Answer.Missing missing
                            && missing.problem().code().equals(OPEN))
                    .isFalse();
        }
        return talk.send(Talk.DATASET) instanceof Answer.Missing missing
                && missing.problem().code().equals(OPEN);
    }

    private boolean isOpenAfter(MockResponse answer, ApiRequest request, String path) {
        try (FakeSuperset server = new FakeSuperset().answer(path, any -> answer);
                Talk talk = talk(server)) {
            return isOpenAfter(talk, request);
        }
    }

    @Test
    void gatewaysAndBrokenConnectionsOpenIt() {
        for (MockResponse answer : List.of(
                FakeSuperset.response(502, "<html>"),
                FakeSuperset.response(503, "{\"message\":\"x\"}"),
                FakeSuperset.response(504, "{}"),
                new MockResponse.Builder()
                        .onResponseStart(new SocketEffect.CloseSocket())
                        .build())) {
            assertThat(isOpenAfter(answer, Talk.DATASET, Talk.DATASET_PATH)).isTrue();
        }
    }

    @Test
    void whatSupersetItselfAnswersDoesNot() {
        for (MockResponse answer : List.of(
                FakeSuperset.response(400, "{\"message\":\"x\"}"),
                FakeSuperset.response(401, "{\"msg\":\"Token has expired\"}"),
                FakeSuperset.response(404, "{}"),
                FakeSuperset.response(500, "{\"errors\":[{\"message\":\"no such column\"}]}"),
                FakeSuperset.response(200, "<html>"))) {
            assertThat(isOpenAfter(answer, Talk.DATASET, Talk.DATASET_PATH)).isFalse();
        }
    }

    @Test
    void aSlowReadOpensItButASlowLaunchDoesNotNorOneThatHadNoTime() {
        MockResponse never = new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build();
        try (FakeSuperset server = new FakeSuperset()
                        .answer(Talk.DATASET_PATH, any -> never)
                        .answer(Talk.EXECUTE_PATH, any -> never);
                Talk talk = Talk.with(
                        server.base(),
                        Talk.BEARER,
                        Timekeeper.system(),
                        TrafficLimits.defaults().withCircuit(2, 100, Duration.ofSeconds(30)),
                        call -> {})) {
            List<Duration> fair = List.of(Duration.ofMillis(1_100), Duration.ofMillis(1_100));
            List<Duration> unfair = List.of(Duration.ofMillis(100), Duration.ofMillis(100), Duration.ofMillis(-1));
            fair.forEach(budget -> timesOut(talk, budget, Talk.EXECUTE));
            unfair.forEach(budget -> timesOut(talk, budget, Talk.DATASET));
            fair.forEach(budget -> timesOut(talk, budget, Talk.DATASET));

            assertThat(Talk.code(talk.send(Talk.DATASET))).isEqualTo(OPEN);
        }
    }

    private static void timesOut(Talk talk, Duration budget, ApiRequest request) {
        assertThat(Talk.code(talk.open(budget).send(request))).isEqualTo("SUPERSET_TIMEOUT");
    }

    @Test
    void aServerThatIsNotThereOpensItAndOneThatIsBackClosesIt() {
        FakeSuperset gone = new FakeSuperset();
        gone.close();
        try (Talk talk = talk(gone)) {
            assertThat(isOpenAfter(talk, Talk.DATASET)).isTrue();
        }
        try (FakeSuperset server = new FakeSuperset().json(Talk.DATASET_PATH, 502, "{}");
                Talk talk = talk(server)) {
            assertThat(isOpenAfter(talk, Talk.DATASET)).isTrue();
            int before = server.requests().size();
            assertThat(Talk.code(talk.send(Talk.DATASET))).isEqualTo(OPEN);
            assertThat(server.requests()).hasSize(before);

            server.json(Talk.DATASET_PATH, 200, "{}");
            time.pass(Duration.ofSeconds(31));

            assertThat(Talk.status(talk.send(Talk.DATASET))).isEqualTo(200);
            assertThat(Talk.status(talk.send(Talk.DATASET))).isEqualTo(200);
            assertThat(Talk.status(talk.send(Talk.DATASET))).isEqualTo(200);
        }
    }
}
