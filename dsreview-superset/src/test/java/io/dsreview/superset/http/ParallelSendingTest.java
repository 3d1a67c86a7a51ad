package io.dsreview.superset.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dsreview.superset.FakeSuperset;
import io.dsreview.superset.seam.Timekeeper;
import io.dsreview.superset.traffic.TrafficLimits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ParallelSendingTest {

    private static final List<ApiRequest> CHARTS = IntStream.range(0, 12)
            .mapToObj(i -> ApiRequest.get("chart", "chart", String.valueOf(i)))
            .toList();

    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    private FakeSuperset slowServer() {
        FakeSuperset server = new FakeSuperset();
        for (int i = 0; i < CHARTS.size(); i++) {
            int id = i;
            server.answer("GET /api/v1/chart/" + i, any -> {
                most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
                pause(100);
                underWay.decrementAndGet();
                return FakeSuperset.response(200, "{\"id\":" + id + "}");
            });
        }
        return server;
    }

    private static void pause(int milliseconds) {
        try {
            TimeUnit.MILLISECONDS.sleep(milliseconds);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private static Talk talk(FakeSuperset server, int parallel) {
        return Talk.with(
                server.base(),
                Talk.PASSWORD,
                Timekeeper.system(),
                TrafficLimits.defaults().withParallelReads(parallel),
                call -> {});
    }

    @Test
    void sendsSeveralAtOnceButNotMoreThanAllowedAndKeepsTheOrder() {
        try (FakeSuperset server = slowServer();
                Talk talk = talk(server, 3)) {
            List<Answer> answers = talk.open().sendAll(CHARTS);

            assertThat(answers)
                    .extracting(answer ->
                            ((Answer.Received) answer).body().at("id").integer().orElse(-1))
                    .containsExactlyElementsOf(
                            IntStream.range(0, 12).mapToObj(Long::valueOf).toList());
            assertThat(most.get()).isBetween(2, 3);
            assertThat(server.requestsOf("/api/v1/security/login")).hasSize(1);
        }
    }

    @Test
    void oneAtATimeIsPossible() {
        try (FakeSuperset server = slowServer();
                Talk talk = talk(server, 1)) {
            talk.open().sendAll(CHARTS.subList(0, 3));

            assertThat(most).hasValue(1);
            assertThat(talk.open().sendAll(List.of())).isEmpty();
        }
    }

    @Test
    void failuresStandAtTheirPlaces() {
        try (FakeSuperset server = slowServer();
                Talk talk = talk(server, 4)) {
            server.json("GET /api/v1/chart/1", 404, "{\"message\":\"Not found\"}")
                    .json("GET /api/v1/chart/2", 200, "<html>");

            List<Answer> answers = talk.open().sendAll(CHARTS.subList(0, 4));

            assertThat(Talk.status(answers.get(0))).isEqualTo(200);
            assertThat(Talk.status(answers.get(1))).isEqualTo(404);
            assertThat(Talk.code(answers.get(2))).isEqualTo("SUPERSET_ANSWER_NOT_JSON");
            assertThat(Talk.status(answers.get(3))).isEqualTo(200);
        }
    }

    @Test
    void oneDeadlineHoldsForAll() {
        try (FakeSuperset server = slowServer();
                Talk talk = talk(server, 2)) {
            long start = System.nanoTime();
            List<Answer> answers = talk.open(Duration.ofMillis(250)).sendAll(CHARTS);

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
            assertThat(Talk.code(answers.get(11))).isEqualTo("SUPERSET_TIMEOUT");
        }
    }

    @Test
    void anInterruptionEndsAll() throws Exception {
        CountDownLatch arrived = new CountDownLatch(2);
        CountDownLatch never = new CountDownLatch(1);
        try (FakeSuperset server = slowServer();
                Talk talk = talk(server, 2)) {
            for (int i = 0; i < CHARTS.size(); i++) {
                server.answer("GET /api/v1/chart/" + i, any -> {
                    arrived.countDown();
                    await(never);
                    return FakeSuperset.response(200, "{}");
                });
            }
            CompletableFuture<List<Answer>> answers = new CompletableFuture<>();
            Thread thread = new Thread(
                    () -> answers.complete(talk.open(Duration.ofSeconds(60)).sendAll(CHARTS)));
            thread.start();
            assertThat(arrived.await(5, TimeUnit.SECONDS)).isTrue();

            thread.interrupt();

            assertThat(answers.get(5, TimeUnit.SECONDS))
                    .hasSize(CHARTS.size())
                    .extracting(Talk::code)
                    .containsOnly("SUPERSET_INTERRUPTED");
            never.countDown();
        }
    }

    @Test
    void somethingElseIsDoneBesideAndCountsAsOneOfThem() {
        try (FakeSuperset server = slowServer();
                Talk talk = talk(server, 3)) {
            Conversation conversation = talk.open();
            List<Answer> beside = new ArrayList<>();

            List<Answer> answers = conversation.sendAll(
                    CHARTS.subList(0, 2), () -> beside.add(conversation.send(CHARTS.get(2))), () -> {});

            assertThat(answers).hasSize(2);
            assertThat(beside).extracting(Talk::status).containsExactly(200);
            assertThat(most).hasValue(3);
        }
    }

    @Test
    void oneAtATimeDoesWhatIsBesideToo() {
        try (FakeSuperset server = slowServer();
                Talk talk = talk(server, 1)) {
            Conversation conversation = talk.open();
            List<Answer> beside = new ArrayList<>();

            conversation.sendAll(CHARTS.subList(0, 2), () -> beside.add(conversation.send(CHARTS.get(2))), () -> {});

            assertThat(beside).extracting(Talk::status).containsExactly(200);
            assertThat(most).hasValue(1);
        }
    }

    @Test
    void aBugInWhatIsBesideIsNotHidden() {
        try (FakeSuperset server = slowServer();
                Talk talk = talk(server, 2)) {
            Conversation conversation = talk.open();

            assertThatThrownBy(() -> conversation.sendAll(
                            CHARTS.subList(0, 1),
                            () -> {
                                throw new IllegalArgumentException("a bug");
                            },
                            () -> {}))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("what was done beside sending failed")
                    .hasRootCauseMessage("a bug");
        }
    }

    @Test
    void aPasswordThatIsRefusedIsTriedOnce() {
        try (FakeSuperset server = slowServer();
                Talk talk = talk(server, 4)) {
            server.json("POST /api/v1/security/login", 401, "{\"message\":\"Not authorized\"}");
            AtomicInteger beside = new AtomicInteger();

            List<Answer> answers = talk.open().sendAll(CHARTS.subList(0, 4), beside::incrementAndGet, () -> {});

            assertThat(answers).hasSize(4).extracting(Talk::code).containsOnly("SUPERSET_LOGIN_REFUSED");
            assertThat(server.requested()).containsExactly("POST /api/v1/security/login");
            assertThat(beside).hasValue(0);
        }
    }

    @Test
    void aRequestWithAnEffectIsNotSentBesideOthers() {
        try (FakeSuperset server = slowServer();
                Talk talk = talk(server, 2)) {
            Conversation conversation = talk.open();

            assertThatThrownBy(() -> conversation.sendAll(List.of(Talk.DATASET, Talk.EXECUTE)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("'SQL Lab execute' has an effect");
            assertThat(server.requests()).isEmpty();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
