package io.dsreview.superset.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dsreview.superset.error.SupersetErrorCode;
import io.dsreview.superset.seam.Deadline;
import io.dsreview.superset.seam.ManualTime;
import io.dsreview.superset.traffic.Admission.Pass;
import io.dsreview.superset.traffic.Admission.Verdict;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TrafficGuardTest {

    private static final Duration MOMENT = Duration.ofMillis(20);
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final ManualTime time = new ManualTime();

    private Deadline deadline() {
        return Deadline.in(time, Duration.ofMinutes(2));
    }

    private static void refusedWith(SupersetErrorCode code, Admission admission) {
        assertThat(admission).isInstanceOfSatisfying(Admission.Refused.class, refused -> assertThat(refused.code())
                .isEqualTo(code));
    }

    @Nested
    class TheCircuit {

        private final TrafficGuard guard =
                new TrafficGuard(TrafficLimits.defaults().withCircuit(4, 50, PAUSE), time);

        private void exchanges(Verdict... verdicts) {
            for (Verdict verdict : verdicts) {
                ((Pass) guard.admit(deadline())).end(verdict, MOMENT);
            }
        }

        private void isOpen() {
            refusedWith(SupersetErrorCode.SUPERSET_CIRCUIT_OPEN, guard.admit(deadline()));
        }

        @Test
        void opensWhenHalfOfTheLastRequestsFailed() {
            exchanges(Verdict.FAILING, Verdict.WORKING, Verdict.WORKING, Verdict.FAILING);

            isOpen();
            assertThat(time.pauses()).isEmpty();
        }

        @Test
        void staysClosedWhileThereWereTooFew() {
            exchanges(Verdict.FAILING, Verdict.FAILING, Verdict.FAILING);

            assertThat(guard.admit(deadline())).isInstanceOf(Pass.class);
        }

        @Test
        void doesNotCountWhatSaysNothing() {
            exchanges(Verdict.NONE, Verdict.NONE, Verdict.NONE, Verdict.NONE, Verdict.NONE);
            exchanges(Verdict.FAILING, Verdict.FAILING, Verdict.FAILING, Verdict.NONE);

            assertThat(guard.admit(deadline())).isInstanceOf(Pass.class);
        }

        @Test
        void letsTwoTryAfterThePauseAndClosesWhenTheyWork() {
            exchanges(Verdict.FAILING, Verdict.FAILING, Verdict.FAILING, Verdict.FAILING);
            time.pass(PAUSE);
            isOpen();
            time.pass(MOMENT);

            Pass one = (Pass) guard.admit(deadline());
            Pass two = (Pass) guard.admit(deadline());
            isOpen();
            one.end(Verdict.WORKING, MOMENT);
            two.end(Verdict.WORKING, MOMENT);

            exchanges(Verdict.WORKING, Verdict.WORKING, Verdict.WORKING);
        }

        @Test
        void opensAgainWhenTheTriesFail() {
            exchanges(Verdict.FAILING, Verdict.FAILING, Verdict.FAILING, Verdict.FAILING);
            time.pass(PAUSE.plus(MOMENT));
            exchanges(Verdict.FAILING, Verdict.FAILING);

            isOpen();
        }

        @Test
        void aTryThatSaysNothingLetsAnotherTry() {
            exchanges(Verdict.FAILING, Verdict.FAILING, Verdict.FAILING, Verdict.FAILING);
            time.pass(PAUSE.plus(MOMENT));
            exchanges(Verdict.NONE, Verdict.NONE, Verdict.NONE, Verdict.WORKING, Verdict.WORKING);

            exchanges(Verdict.WORKING, Verdict.WORKING);
        }
    }

    @Nested
    class TheRate {

        private final TrafficGuard guard =
                new TrafficGuard(TrafficLimits.defaults().withRequestsPerSecond(2), time);

        private Admission admit() {
            Admission admission = guard.admit(deadline());
            if (admission instanceof Pass pass) {
                pass.end(Verdict.WORKING, MOMENT);
            }
            return admission;
        }

        @Test
        void isKeptByWaiting() {
            for (int i = 0; i < 5; i++) {
                assertThat(admit()).isInstanceOf(Pass.class);
            }

            assertThat(time.pauses()).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(1));
        }

        @Test
        void refusesWhatWouldWaitLongerThanItMay() {
            admit();
            admit();

            refusedWith(SupersetErrorCode.SUPERSET_THROTTLED, guard.admit(Deadline.in(time, Duration.ofMillis(500))));
            assertThat(time.pauses()).isEmpty();
        }
    }

    @Nested
    class ThePlaces {

        private final TrafficGuard guard = new TrafficGuard(
                TrafficLimits.defaults().withConcurrentRequests(1).withPatience(Duration.ofMillis(50)), time);

        @Test
        void areRefusedWhenNoneGetsFreeInTime() {
            Pass held = (Pass) guard.admit(deadline());

            refusedWith(SupersetErrorCode.SUPERSET_BUSY, guard.admit(deadline()));

            held.end(Verdict.WORKING, MOMENT);
            assertThat(guard.admit(deadline())).isInstanceOf(Pass.class);
        }

        @Test
        void areWaitedFor() throws Exception {
            TrafficGuard patient = new TrafficGuard(TrafficLimits.defaults().withConcurrentRequests(1), time);
            Pass held = (Pass) patient.admit(deadline());
            CompletableFuture<Admission> next = CompletableFuture.supplyAsync(() -> patient.admit(deadline()));
            held.end(Verdict.WORKING, MOMENT);

            assertThat(next.get(5, TimeUnit.SECONDS)).isInstanceOf(Pass.class);
        }

        @Test
        void areNotWaitedForByAnInterruptedThread() {
            guard.admit(deadline());
            Thread.currentThread().interrupt();

            refusedWith(SupersetErrorCode.SUPERSET_INTERRUPTED, guard.admit(deadline()));
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void limitsAreCheckedAllAtOnce() {
        assertThatThrownBy(() -> new TrafficLimits(0, 65, -1, Duration.ofSeconds(-1), 1, 101, Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(
                        "concurrentRequests: is 0; 1 to 1000 are legal",
                        "parallelReads: is 65",
                        "requestsPerSecond: is -1",
                        "patience",
                        "circuitRequests: is 1",
                        "circuitFailurePercent: is 101",
                        "circuitPause");
    }

    @Test
    void defaultsAreAsDocumented() {
        assertThat(TrafficLimits.defaults())
                .isEqualTo(new TrafficLimits(16, 4, 50, Duration.ofSeconds(5), 10, 50, Duration.ofSeconds(30)));
    }
}
