package io.dsreview.superset.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.superset.FakeSuperset;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;

/** Which connection a request goes over, when it is sent again, and what an interruption or a closing does. */
class ConnectionTest {

    private static final MockResponse OK = FakeSuperset.response(200, "{}");

    private static FakeSuperset server() {
        return new FakeSuperset()
                .answer(Talk.DATASET_PATH, any -> OK)
                .answer(Talk.CHART_DATA_PATH, any -> OK)
                .answer(Talk.EXECUTE_PATH, any -> OK);
    }

    /** Answers well, and closes the connection as soon as the client believes that it may be used again. */
    private static MockResponse andCloses() {
        return OK.newBuilder().onResponseEnd(new SocketEffect.CloseSocket()).build();
    }

    private static MockResponse brokenOff() {
        return new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build();
    }

    @Test
    void safeRequestsShareAConnection() {
        try (FakeSuperset server = server();
                Talk talk = Talk.with(server)) {
            talk.send(Talk.DATASET);
            talk.send(Talk.CHART_DATA);
            talk.send(Talk.DATASET);

            assertThat(server.requests())
                    .extracting(RecordedRequest::getConnectionIndex)
                    .containsOnly(0);
        }
    }

    @Test
    void aRequestWithAnEffectHasAConnectionOfItsOwn() {
        try (FakeSuperset server = server();
                Talk talk = Talk.with(server)) {
            talk.send(Talk.EXECUTE);
            talk.send(Talk.DATASET);
            talk.send(Talk.EXECUTE);

            assertThat(server.requestsOf("/api/v1/sqllab"))
                    .extracting(RecordedRequest::getExchangeIndex)
                    .containsOnly(0);
            assertThat(server.requestsOf("/api/v1/sqllab"))
                    .extracting(RecordedRequest::getConnectionIndex)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void aSafeRequestThatMeetsAClosedConnectionIsSentOnceMoreOverAnother() {
        for (ApiRequest request : List.of(Talk.DATASET, Talk.CHART_DATA)) {
            try (FakeSuperset server = server();
                    Talk talk = Talk.with(server)) {
                server.answer(Talk.DATASET_PATH, any -> andCloses()).answer(Talk.CHART_DATA_PATH, any -> andCloses());
                for (int i = 0; i < 5; i++) {
                    assertThat(Talk.status(talk.send(request))).isEqualTo(200);
                }

                assertThat(server.requests()).hasSize(5);
            }
        }
    }

    @Test
    void aLaunchIsNotLostByAClosedConnectionAndNotRepeated() {
        try (FakeSuperset server = server();
                Talk talk = Talk.with(server)) {
            server.answer(Talk.DATASET_PATH, any -> andCloses()).answer(Talk.EXECUTE_PATH, any -> andCloses());
            for (int i = 0; i < 5; i++) {
                talk.send(Talk.DATASET);
                assertThat(Talk.status(talk.send(Talk.EXECUTE))).isEqualTo(200);
            }

            assertThat(server.requestsOf("/api/v1/sqllab")).hasSize(5);
        }
    }

    @Test
    void whatBreaksOnAFreshConnectionIsNotRepeated() {
        try (FakeSuperset server = server();
                Talk talk = Talk.with(server)) {
            server.answer(Talk.DATASET_PATH, any -> brokenOff()).answer(Talk.EXECUTE_PATH, any -> brokenOff());

            Answer read = talk.send(Talk.DATASET);
            Answer launched = talk.send(Talk.EXECUTE);

            assertThat(Talk.code(read)).isEqualTo("SUPERSET_ANSWER_INCOMPLETE");
            assertThat(Talk.code(launched)).isEqualTo("SUPERSET_ANSWER_INCOMPLETE");
            assertThat(((Answer.Missing) launched).sent()).isTrue();
            assertThat(server.requestsOf("/api/v1/dataset")).hasSize(1);
            assertThat(server.requestsOf("/api/v1/sqllab")).hasSize(1);
        }
    }

    @Test
    void whatBreaksOnAUsedConnectionIsRepeatedOnceOnly() {
        try (FakeSuperset server = server();
                Talk talk = Talk.with(server)) {
            talk.send(Talk.CHART_DATA);
            server.answer(Talk.DATASET_PATH, any -> brokenOff());

            assertThat(Talk.code(talk.send(Talk.DATASET))).isEqualTo("SUPERSET_ANSWER_INCOMPLETE");
            assertThat(server.requestsOf("/api/v1/dataset")).hasSize(2);
        }
    }

    @Test
    void aServerThatWantsARepetitionDoesNotGetOneOfALaunch() {
        MockResponse again = FakeSuperset.response(503, "{\"message\":\"x\"}")
                .newBuilder()
                .addHeader("Retry-After", "0")
                .build();
        for (MockResponse answer : List.of(again, again.newBuilder().code(408).build())) {
            try (FakeSuperset server = server();
                    Talk talk = Talk.with(server)) {
                server.answer(Talk.EXECUTE_PATH, any -> answer);

                assertThat(Talk.status(talk.send(Talk.EXECUTE))).isEqualTo(answer.getCode());
                assertThat(server.requestsOf("/api/v1/sqllab")).hasSize(1);
            }
        }
    }

    @Test
    void anInterruptedThreadStopsWaitingAtOnce() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        try (FakeSuperset server = server();
                Talk talk = Talk.with(server)) {
            server.answer(Talk.EXECUTE_PATH, any -> {
                arrived.countDown();
                await(never);
                return OK;
            });
            CompletableFuture<Answer> answer = new CompletableFuture<>();
            CompletableFuture<Boolean> flagged = new CompletableFuture<>();
            Thread thread = new Thread(() -> {
                answer.complete(talk.open(Duration.ofSeconds(60)).send(Talk.EXECUTE));
                flagged.complete(Thread.currentThread().isInterrupted());
            });
            thread.start();
            assertThat(arrived.await(5, TimeUnit.SECONDS)).isTrue();

            thread.interrupt();

            Answer missing = answer.get(5, TimeUnit.SECONDS);
            assertThat(Talk.code(missing)).isEqualTo("SUPERSET_INTERRUPTED");
            assertThat(((Answer.Missing) missing).sent()).isTrue();
            assertThat(flagged.get(5, TimeUnit.SECONDS)).isTrue();
            never.countDown();
        }
    }

    @Test
    void anInterruptedThreadSendsNothing() {
        try (FakeSuperset server = server();
                Talk talk = Talk.with(server)) {
            Thread.currentThread().interrupt();
            Answer answer = talk.send(Talk.DATASET);

            assertThat(Thread.interrupted()).isTrue();
            assertThat(Talk.code(answer)).isEqualTo("SUPERSET_INTERRUPTED");
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void closingEndsWhatIsUnderWay() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        try (FakeSuperset server = server();
                Talk talk = Talk.with(server)) {
            server.answer(Talk.DATASET_PATH, any -> {
                arrived.countDown();
                await(never);
                return OK;
            });
            CompletableFuture<Answer> answer = CompletableFuture.supplyAsync(
                    () -> talk.open(Duration.ofSeconds(60)).send(Talk.DATASET));
            assertThat(arrived.await(5, TimeUnit.SECONDS)).isTrue();

            talk.shut();

            assertThat(Talk.code(answer.get(5, TimeUnit.SECONDS))).isEqualTo("SUPERSET_CLOSED");
            assertThat(Talk.code(talk.send(Talk.DATASET))).isEqualTo("SUPERSET_CLOSED");
            assertThat(talk.open().sendAll(List.of(Talk.DATASET, Talk.DATASET)))
                    .extracting(Talk::code)
                    .containsOnly("SUPERSET_CLOSED");
            never.countDown();
        }
    }

    @Test
    void closingLeavesNoThreadBehind() throws Exception {
        try (FakeSuperset server = server()) {
            int before = ownThreads();
            try (Talk talk = Talk.with(server)) {
                talk.open().sendAll(List.of(Talk.DATASET, Talk.DATASET, Talk.DATASET));
                assertThat(ownThreads()).isPositive();
            }
            for (int i = 0; i < 500 && ownThreads() > before; i++) {
                TimeUnit.MILLISECONDS.sleep(10);
            }
            assertThat(ownThreads()).isLessThanOrEqualTo(before);
        }
    }

    private static int ownThreads() {
        return (int) Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("dsreview-superset"))
                .peek(thread -> assertThat(thread.isDaemon()).isTrue())
                .count();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
