package io.dsreview.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dsreview.api.command.CommandContext;
import io.dsreview.api.command.CommandResult;
import io.dsreview.api.command.LifecycleCommand.ArchiveSession;
import io.dsreview.api.command.LifecycleCommand.CancelSession;
import io.dsreview.api.command.LifecycleCommand.ResumeSession;
import io.dsreview.api.command.LifecycleCommand.UnarchiveSession;
import io.dsreview.api.command.RecoveryCommand.CancelRecovery;
import io.dsreview.api.command.RecoveryCommand.RecoverContext;
import io.dsreview.api.command.SessionCommand;
import io.dsreview.api.command.StartSession;
import io.dsreview.api.finding.Finding;
import io.dsreview.api.finding.FindingStatus;
import io.dsreview.api.session.RecommendedAction;
import io.dsreview.api.session.Recovery.Phase;
import io.dsreview.api.session.RecoveryTask;
import io.dsreview.api.session.ReviewSession;
import io.dsreview.api.session.SessionEvent;
import io.dsreview.api.superset.RecoveryMonitor;
import io.dsreview.api.superset.RecoveryProgress;
import io.dsreview.api.superset.RecoveryProgress.Stage;
import io.dsreview.api.superset.SupersetContextExtractor.Recovery;
import io.dsreview.core.ScriptedStore.Crash;
import io.dsreview.core.ScriptedStore.End;
import io.dsreview.core.pipeline.RecoveryWork;
import io.dsreview.core.seam.Alarm;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A recovery as a task: on the host's threads, observed, called off, timed out, picked up. */
class RecoveryTaskTest {

    private static final Duration RENEWAL = ManualWork.TERMS.lease().dividedBy(3);

    private final ScriptedStore store = new ScriptedStore();
    private final World world = new World(World.oneFilter().build(), store, true);
    private final ManualWork work = new ManualWork();
    private final ReviewCore core = world.core(work.work());

    private ReviewSession start() {
        return world.keep(core.execute(new StartSession(World.ANN, null, World.LINK)))
                .session();
    }

    private CommandResult attempt(ReviewCore on, Function<CommandContext, SessionCommand> command) {
        world.reload();
        return on.execute(command.apply(world.context(World.ANN)));
    }

    private Phase phase() {
        return world.reload().session().recovery().phase();
    }

    private RecoveryTask task() {
        return Objects.requireNonNull(world.reload().session().recovery().task());
    }

    private List<SessionEvent.Type> heard() {
        return world.heard.stream().map(SessionEvent::type).toList();
    }

    private List<String> openFindings() {
        return world.reload().session().findings().stream()
                .filter(finding -> finding.status() == FindingStatus.OPEN)
                .map(Finding::problem)
                .map(problem -> problem.code())
                .toList();
    }

    @Nested
    class OR4_onTheHostsExecutor {

        @Test
        void theCommandReturnsWhileItRuns() {
            ReviewSession started = start();

            assertThat(started.recovery().phase()).isEqualTo(Phase.RUNNING);
            assertThat(started.recovery().context()).isNull();
            assertThat(world.view().readiness().next()).isEqualTo(RecommendedAction.WAIT_FOR_RECOVERY);
            assertThat(started.recovery().progress()).contains(RecoveryProgress.NONE);
            assertThat(task().attempt()).isEqualTo(1);
            assertThat(task().leaseUntil()).isEqualTo(world.clock.instant().plus(ManualWork.TERMS.lease()));

            work.runAll();

            assertThat(phase()).isEqualTo(Phase.RECOVERED);
            assertThat(world.session().mappings()).hasSize(1);
            assertThat(world.session().recovery().progress()).isEmpty();
            assertThat(work.alarms()).isEmpty();
        }

        @Test
        void whoseThreadsAreAllTakenItFailsAndCanBeTriedAgain() {
            ReviewCore full = world.core(new RecoveryWork(
                    task -> {
                        throw new RejectedExecutionException("full");
                    },
                    ManualWork.TERMS,
                    work.work().alarm()));

            world.keep(full.execute(new StartSession(World.ANN, null, World.LINK)));

            assertThat(world.session().recovery().phase()).isEqualTo(Phase.FAILED);
            assertThat(openFindings()).contains("RECOVERY_NOT_STARTED");
            assertThat(work.alarms()).isEmpty();
            Results.accepted(attempt(core, RecoverContext::new));
            work.runAll();
            assertThat(phase()).isEqualTo(Phase.RECOVERED);
        }
    }

    @Nested
    class OR4_progress {

        @Test
        void isHeardStoredAndPartOfTheView() {
            world.superset.recover((link, monitor) -> {
                world.clock.advance(Duration.ofSeconds(6));
                monitor.report(new RecoveryProgress(Stage.DATASETS, 3, 4));
                assertThat(task().progress()).isEqualTo(new RecoveryProgress(Stage.DATASETS, 3, 4));
                assertThat(task().estimate()).contains(Duration.ofSeconds(2));
                return new Recovery.Recovered(World.oneFilter().build());
            });
            start();
            assertThat(task().estimate()).isEmpty();

            work.runAll();

            assertThat(heard())
                    .containsExactly(
                            SessionEvent.Type.SESSION_STARTED,
                            SessionEvent.Type.RECOVERY_PROGRESSED,
                            SessionEvent.Type.RECOVERY_ENDED);
            assertThat(world.heard.get(1).data())
                    .isEqualTo(Map.of("stage", "DATASETS", "done", "3", "total", "4", "attempt", "1"));
            assertThat(core.events(World.ANN, world.id())).isEqualTo(world.heard);
        }

        @Test
        void neitherMovesTheVersionNorCountsAsSomethingThatWasDecided() {
            world.superset.recover((link, monitor) -> {
                monitor.report(new RecoveryProgress(Stage.LINK, 1, 2));
                return new Recovery.Recovered(World.oneFilter().build());
            });
            long version = start().header().version();

            work.runAll();

            assertThat(world.heard.get(1).version()).isEqualTo(version);
            assertThat(world.reload().session().header().version()).isEqualTo(version + 1);
            assertThat(core.ledger(World.ANN, world.id())).hasSize(2);
            assertThat(core.verifyLedger(World.ANN, world.id()).orElseThrow().isVerified())
                    .isTrue();
        }

        @Test
        void isStoredByTenthsNotByRequest() {
            world.superset.recover((link, monitor) -> {
                for (int done = 0; done <= 1_000; done++) {
                    monitor.report(new RecoveryProgress(Stage.DATASETS, done, 1_000));
                }
                return new Recovery.Recovered(World.oneFilter().build());
            });
            start();

            work.runAll();

            assertThat(world.heard.stream()
                            .filter(event -> event.type() == SessionEvent.Type.RECOVERY_PROGRESSED)
                            .map(event -> event.data().get("done")))
                    .containsExactly("0", "100", "200", "300", "400", "500", "600", "700", "800", "900", "1000");
        }

        @Test
        void ofAnExtractorThatNeverStopsTalkingIsStoredOnlySoOften() {
            world.superset.recover((link, monitor) -> {
                for (int i = 0; i < 500; i++) {
                    monitor.report(new RecoveryProgress(i % 2 == 0 ? Stage.LINK : Stage.DATASETS, i, 1_000));
                }
                return new Recovery.Recovered(World.oneFilter().build());
            });
            start();

            work.runAll();

            assertThat(heard())
                    .filteredOn(type -> type == SessionEvent.Type.RECOVERY_PROGRESSED)
                    .hasSize(100);
        }

        @Test
        void thatCannotBeStoredDoesNotEndTheRecovery() {
            world.superset.recover((link, monitor) -> {
                store.next(End.LOST);
                assertThat(monitor.report(new RecoveryProgress(Stage.LINK, 1, 2)))
                        .isTrue();
                return new Recovery.Recovered(World.oneFilter().build());
            });
            start();

            work.runAll();

            assertThat(phase()).isEqualTo(Phase.RECOVERED);
        }

        @Test
        void isStoredInASecondAttemptIfSomebodyElseWasFaster() {
            world.superset.recover((link, monitor) -> {
                store.next(End.REFUSED);
                monitor.report(new RecoveryProgress(Stage.LINK, 1, 2));
                return new Recovery.Recovered(World.oneFilter().build());
            });
            start();

            work.runAll();

            assertThat(heard()).contains(SessionEvent.Type.RECOVERY_PROGRESSED);
        }
    }

    @Nested
    class OR4_cancellation {

        @Test
        void endsItAndLeavesTheSessionUsable() {
            start();

            world.keep(Results.accepted(attempt(core, CancelRecovery::new)));

            assertThat(world.session().recovery().phase()).isEqualTo(Phase.CANCELLED);
            assertThat(openFindings()).contains("RECOVERY_CANCELLED");
            assertThat(world.view().readiness().next()).isEqualTo(RecommendedAction.RECOVER_AGAIN);
            assertThat(world.clauses()).contains("L2", "L3");
            assertThat(world.heard.get(1).data()).isEqualTo(Map.of("phase", "CANCELLED"));
            assertThat(work.alarms()).isEmpty();
            Results.accepted(attempt(core, RecoverContext::new));
            work.runAll();
            assertThat(phase()).isEqualTo(Phase.RECOVERED);
            assertThat(openFindings()).doesNotContain("RECOVERY_CANCELLED");
            assertThat(task().attempt()).isEqualTo(2);
        }

        @Test
        void ofAQueuedOneKeepsItFromAskingAnything() {
            world.superset.recover(link -> {
                throw new AssertionError("nobody waits for this");
            });
            start();
            Results.accepted(attempt(core, CancelRecovery::new));

            work.runAll();

            assertThat(phase()).isEqualTo(Phase.CANCELLED);
        }

        @Test
        void interruptsWhatWaitsAndLeavesTheThreadOfTheHostAsItWas() throws Exception {
            CountDownLatch waiting = new CountDownLatch(1);
            List<Boolean> interrupted = new ArrayList<>();
            world.superset.recover(link -> {
                waiting.countDown();
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException expected) {
                    Thread.currentThread().interrupt();
                    interrupted.add(true);
                }
                return new Recovery.Failed(Results.problem("INTERRUPTED_IN_SUPERSET"));
            });
            ExecutorService threads = Executors.newSingleThreadExecutor();
            try {
                ReviewCore live = world.core(new RecoveryWork(threads, ManualWork.TERMS, Alarm.system()));
                world.keep(live.execute(new StartSession(World.ANN, null, World.LINK)));
                assertThat(waiting.await(5, TimeUnit.SECONDS)).isTrue();

                Results.accepted(attempt(live, CancelRecovery::new));

                boolean left = threads.submit(() -> Thread.currentThread().isInterrupted())
                        .get(5, TimeUnit.SECONDS);
                assertThat(left).isFalse();
                assertThat(interrupted).containsExactly(true);
                assertThat(phase()).isEqualTo(Phase.CANCELLED);
            } finally {
                threads.shutdownNow();
            }
        }

        @Test
        void byAnotherProcessStopsItAtItsNextReport() {
            ReviewCore other = world.core(new ManualWork().work());
            List<Boolean> goOn = new ArrayList<>();
            world.superset.recover((link, monitor) -> {
                goOn.add(monitor.report(new RecoveryProgress(Stage.LINK, 0, 2)));
                Results.accepted(attempt(other, CancelRecovery::new));
                goOn.add(monitor.report(new RecoveryProgress(Stage.LINK, 1, 2)));
                goOn.add(monitor.report(new RecoveryProgress(Stage.LINK, 2, 2)));
                return new Recovery.Recovered(World.oneFilter().build());
            });
            start();

            work.runAll();

            assertThat(goOn).containsExactly(true, false, false);
            assertThat(phase()).isEqualTo(Phase.CANCELLED);
            assertThat(Thread.interrupted()).isFalse();
        }

        @Test
        void isOfferedWhileItRunsOnly() {
            start();
            work.runAll();

            assertThat(Results.codes(attempt(core, CancelRecovery::new))).containsExactly("NO_RECOVERY_TO_CANCEL");
        }

        @Test
        void twiceIsADuplicate() {
            start();
            Results.accepted(attempt(core, CancelRecovery::new));

            Results.duplicate(attempt(core, CancelRecovery::new));
        }

        @Test
        void ofTheWholeSessionEndsItToo() {
            start();
            Results.accepted(attempt(core, CancelSession::new));
            assertThat(work.alarms()).isEmpty();

            work.runAll();

            assertThat(phase()).isEqualTo(Phase.CANCELLED);
            assertThat(world.session().recovery().context()).isNull();
            assertThat(work.alarms()).isEmpty();
        }
    }

    @Nested
    class OR4_theTimeout {

        @Test
        void failsIt() {
            start();

            work.ring(ManualWork.TERMS.timeout());

            assertThat(phase()).isEqualTo(Phase.FAILED);
            assertThat(world.session().recovery().failure()).satisfies(problem -> {
                assertThat(problem.code()).isEqualTo("RECOVERY_TIMED_OUT");
                assertThat(problem.arguments()).isEqualTo(Map.of("seconds", "300"));
            });
            assertThat(openFindings()).contains("RECOVERY_TIMED_OUT");
            assertThat(work.alarms()).isEmpty();
        }

        @Test
        void isKeptByWhoeverFinishesLate() {
            world.superset.recover((link, monitor) -> {
                work.ring(ManualWork.TERMS.timeout());
                return new Recovery.Recovered(World.oneFilter().build());
            });
            start();

            work.runAll();

            assertThat(phase()).isEqualTo(Phase.FAILED);
            assertThat(world.session().recovery().context()).isNull();
            assertThat(Thread.interrupted()).isFalse();
        }
    }

    @Nested
    class OR4_theLease {

        @Test
        void isRenewedAsLongAsSomebodyWorksOnIt() {
            start();
            var first = task().leaseUntil();

            for (int i = 1; i <= 3; i++) {
                world.clock.advance(RENEWAL);
                work.ring(RENEWAL);
                assertThat(task().leaseUntil()).isEqualTo(first.plus(RENEWAL.multipliedBy(i)));
            }

            assertThat(heard()).containsExactly(SessionEvent.Type.SESSION_STARTED);
        }

        @Test
        void isRenewedAgainAfterTheStoreCouldNotBeReached() {
            start();
            var first = task().leaseUntil();
            world.clock.advance(RENEWAL);
            store.next(End.LOST);

            work.ring(RENEWAL);
            work.ring(RENEWAL);

            assertThat(task().leaseUntil()).isEqualTo(first.plus(RENEWAL));
        }

        @Test
        void isRenewedAgainAfterSomebodyElseWroteAllTheTime() {
            start();
            var first = task().leaseUntil();
            world.clock.advance(RENEWAL);
            store.next(Collections.nCopies(5, End.REFUSED).toArray(End[]::new));

            work.ring(RENEWAL);
            assertThat(task().leaseUntil()).isEqualTo(first);

            work.ring(RENEWAL);
            assertThat(task().leaseUntil()).isEqualTo(first.plus(RENEWAL));
        }

        @Test
        void isNotRenewedAfterItWasCalledOffElsewhere() {
            start();
            Results.accepted(attempt(world.core(new ManualWork().work()), CancelRecovery::new));

            work.ring(RENEWAL);

            assertThat(work.alarms()).isEmpty();
        }

        @Test
        void isNotRenewedAfterAnEndThatCouldNotBeStored() {
            world.superset.recover(link -> {
                store.next(End.LOST);
                return new Recovery.Recovered(World.oneFilter().build());
            });
            start();

            assertThatThrownBy(work::runAll).isInstanceOf(Crash.class);

            assertThat(work.alarms()).isEmpty();
            assertThat(phase()).isEqualTo(Phase.RUNNING);
        }

        @Test
        void keepsOthersFromRecoveringAtTheSameTime() {
            start();
            ReviewCore other = world.core(new ManualWork().work());

            assertThat(Results.codes(attempt(other, RecoverContext::new))).containsExactly("RECOVERY_UNDER_WAY");
            Results.duplicate(attempt(other, ResumeSession::new));
            assertThat(task().attempt()).isEqualTo(1);
        }
    }

    @Nested
    class OR4_aRecoveryWhoseSessionIsPutAway {

        @Test
        void saysThatItWasCalledOff() {
            start();

            Results.accepted(attempt(core, ArchiveSession::new));
            assertThat(openFindings()).contains("RECOVERY_CANCELLED");

            Results.accepted(attempt(core, UnarchiveSession::new));
            assertThat(phase()).isEqualTo(Phase.CANCELLED);
            assertThat(openFindings()).contains("RECOVERY_CANCELLED");
        }
    }

    @Nested
    class OR4_aRecoveryThatNobodyWorksOn {

        private final ManualWork otherWork = new ManualWork();
        private final ReviewCore other = world.core(otherWork.work());

        private void abandon() {
            start();
            world.clock.advance(ManualWork.TERMS.lease());
        }

        @Test
        void isToBeRecoveredAgain() {
            abandon();

            assertThat(world.reload().view().readiness().next()).isEqualTo(RecommendedAction.RECOVER_AGAIN);
        }

        @Test
        void isPickedUpByResuming() {
            abandon();

            Results.accepted(attempt(other, ResumeSession::new));
            otherWork.runAll();

            assertThat(phase()).isEqualTo(Phase.RECOVERED);
            assertThat(task().attempt()).isEqualTo(2);
            assertThat(otherWork.alarms()).isEmpty();
        }

        @Test
        void isPickedUpAtOnceAfterAProcessThatWasClosed() {
            start();
            core.close();
            assertThat(work.alarms()).isEmpty();

            Results.accepted(attempt(other, ResumeSession::new));
            work.runAll();
            otherWork.runAll();

            assertThat(phase()).isEqualTo(Phase.RECOVERED);
            assertThat(task().attempt()).isEqualTo(2);
        }

        @Test
        void isPickedUpByRecoveringAgain() {
            abandon();

            Results.accepted(attempt(other, RecoverContext::new));
            otherWork.runAll();

            assertThat(phase()).isEqualTo(Phase.RECOVERED);
        }

        @Test
        void isPickedUpByOneOfTwoOnly() {
            abandon();
            CommandContext seen = world.reload().context(World.ANN);

            Results.accepted(other.execute(new ResumeSession(seen)));
            CommandResult late = world.core(new ManualWork().work()).execute(new ResumeSession(seen));

            assertThat(late).isInstanceOf(CommandResult.Conflict.class);
            Results.duplicate(attempt(world.core(new ManualWork().work()), ResumeSession::new));
            assertThat(task().attempt()).isEqualTo(2);
        }

        @Test
        void takesNothingFromWhoeverFinishesLate() {
            world.superset.recover((link, monitor) -> {
                world.clock.advance(ManualWork.TERMS.lease());
                Results.accepted(attempt(other, ResumeSession::new));
                assertThat(monitor.report(new RecoveryProgress(Stage.LINK, 1, 1)))
                        .isFalse();
                return new Recovery.Failed(Results.problem("TOO_LATE"));
            });
            start();

            work.runAll();

            assertThat(phase()).isEqualTo(Phase.RUNNING);
            assertThat(task().attempt()).isEqualTo(2);
            assertThat(Thread.interrupted()).isFalse();
            world.superset.recover(
                    link -> new Recovery.Recovered(World.oneFilter().build()));
            otherWork.runAll();
            assertThat(phase()).isEqualTo(Phase.RECOVERED);
        }
    }

    @Test
    void OR4_aMonitorThatNobodyListensToStopsNothing() {
        assertThat(RecoveryMonitor.none().report(RecoveryProgress.NONE)).isTrue();
        assertThat(world.superset.recover(
                        Objects.requireNonNull(start().intake().link()), World.ANN))
                .isInstanceOf(Recovery.Recovered.class);
    }
}
