package io.dsreview.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.api.command.CommandResult;
import io.dsreview.api.command.ExecutionCommand.HandOffLaunch;
import io.dsreview.api.command.ExecutionCommand.RequestPreview;
import io.dsreview.api.command.ExecutionCommand.StopLaunch;
import io.dsreview.api.command.LifecycleCommand.ArchiveSession;
import io.dsreview.api.command.LifecycleCommand.CancelSession;
import io.dsreview.api.command.LifecycleCommand.DeleteSession;
import io.dsreview.api.command.LifecycleCommand.ResumeSession;
import io.dsreview.api.execution.LaunchAttempt;
import io.dsreview.api.execution.LaunchOutcome;
import io.dsreview.api.execution.QueryResults;
import io.dsreview.api.execution.SentLaunch;
import io.dsreview.api.execution.SqlLabReference;
import io.dsreview.api.ledger.Verification;
import io.dsreview.api.session.RecommendedAction;
import io.dsreview.api.session.SessionEvent;
import io.dsreview.api.session.SessionStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Launches whose end is not known yet: looked up, stopped, and never sent again. */
class OpenLaunchTest {

    private static final SqlLabReference QUERY = new SqlLabReference(17, "https://superset.test/sqllab/?queryId=17");
    private static final LaunchOutcome RUNNING = new LaunchOutcome.Running(QUERY, Results.problem("STILL_RUNNING"));
    private static final LaunchOutcome LOST = new LaunchOutcome.Unknown(Results.problem("ANSWER_LOST"));
    private static final LaunchOutcome DONE =
            new LaunchOutcome.Succeeded(QUERY, null, new QueryResults(3, 1_000, true, "key-1"));

    private final World world = World.readyToLaunch();
    private final List<SentLaunch> lookedUp = new ArrayList<>();

    private void launchAs(LaunchOutcome outcome, LaunchOutcome later) {
        world.superset.launch(sql -> outcome);
        world.superset.lookUp(launch -> {
            lookedUp.add(launch);
            return later;
        });
        world.launch();
    }

    private LaunchAttempt attempt() {
        return world.session().execution().lastLaunch().orElseThrow();
    }

    @Nested
    class LookingUp {

        @Test
        void resumingLooksALaunchUpAndKeepsItsEndWithARunContext() {
            for (LaunchOutcome open : List.of(RUNNING, LOST)) {
                OpenLaunchTest test = new OpenLaunchTest();
                test.launchAs(open, DONE);
                assertThat(test.attempt().hasRun()).isFalse();
                assertThat(test.world.view().readiness().next()).isEqualTo(RecommendedAction.LOOK_UP_LAUNCH);

                test.world.step(ResumeSession::new);

                assertThat(test.attempt().outcome()).isEqualTo(DONE);
                assertThat(test.attempt().hasRun()).isTrue();
                assertThat(Objects.requireNonNull(test.attempt().context()).reference())
                        .isEqualTo(QUERY.link());
                assertThat(test.lookedUp)
                        .containsExactly(new SentLaunch(
                                test.world
                                        .session()
                                        .execution()
                                        .readyPreview()
                                        .orElseThrow()
                                        .inputs(),
                                test.world.superset.launched().get(0),
                                test.attempt().intent().clientId(),
                                test.world.superset.launchRequests().get(0).terms(),
                                test.attempt().intent().at()));
                assertThat(test.world.superset.launched()).hasSize(1);
                assertThat(test.world.view().readiness().next()).isEqualTo(RecommendedAction.REVIEW_RESULT);
                Results.duplicate(test.world.attempt(World.ANN, ResumeSession::new));
                assertThat(test.world
                                .core
                                .verifyLedger(World.ANN, test.world.id())
                                .orElseThrow())
                        .isInstanceOf(Verification.Verified.class);
            }
        }

        @Test
        void whatStillRunsStaysRunningWithItsReference() {
            launchAs(RUNNING, new LaunchOutcome.Unknown(Results.problem("NOT_IN_HISTORY")));

            world.step(ResumeSession::new);

            assertThat(attempt().outcome()).isEqualTo(RUNNING);
            world.superset.lookUp(launch -> RUNNING);
            assertThat(world.step(ResumeSession::new)
                            .session()
                            .execution()
                            .lastLaunch()
                            .orElseThrow()
                            .outcome())
                    .isEqualTo(RUNNING);
        }

        @Test
        void aPortThatBreaksChangesNothing() {
            launchAs(RUNNING, DONE);
            world.superset.lookUp(launch -> {
                throw new IllegalStateException("secret-of-the-port");
            });

            world.step(ResumeSession::new);

            assertThat(attempt().outcome()).isEqualTo(RUNNING);
        }
    }

    @Test
    void theSameStateIsNeitherLaunchedNorHandedOffAgainWhileItRuns() {
        launchAs(RUNNING, DONE);

        assertThat(Results.rejected(world.attemptLaunch(World.ANN)).problems())
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo("ALREADY_LAUNCHED");
                    assertThat(problem.arguments()).containsEntry("outcome", "Running");
                });
        assertThat(Results.codes(world.attempt(World.ANN, HandOffLaunch::new))).containsExactly("HAND_OFF_NOT_OFFERED");
        assertThat(world.superset.launched()).hasSize(1);
    }

    @Test
    void aQueueThatNobodyWorksOnIsNotTheEndOfASession() {
        launchAs(RUNNING, RUNNING);
        world.clock.advance(Duration.ofMinutes(1));
        world.approveAll().step(RequestPreview::new);
        world.superset.launch(sql -> DONE);

        world.launch();

        assertThat(world.session().execution().launches())
                .extracting(LaunchAttempt::outcome)
                .containsExactly(RUNNING, DONE);
    }

    @Nested
    class Stopping {

        @Test
        void aLaunchThatWasStoppedHasFailed() {
            launchAs(RUNNING, DONE);
            LaunchOutcome stopped = new LaunchOutcome.Failed(Results.problem("STOPPED"));
            world.superset.stop(launch -> stopped);

            world.step(StopLaunch::new);

            assertThat(attempt().outcome()).isEqualTo(stopped);
            assertThat(world.core.events(World.ANN, world.id()))
                    .extracting(SessionEvent::type)
                    .contains(SessionEvent.Type.LAUNCH_STOP_ASKED)
                    .last()
                    .isEqualTo(SessionEvent.Type.LAUNCH_ENDED);
        }

        @Test
        void aLaunchThatCannotBeStoppedSaysWhy() {
            launchAs(RUNNING, DONE);
            LaunchOutcome notStopped = new LaunchOutcome.Running(QUERY, Results.problem("NOT_STOPPED"));
            world.superset.stop(launch -> notStopped);

            world.step(StopLaunch::new);

            assertThat(attempt().outcome()).isEqualTo(notStopped);
        }

        @Test
        void whatSupersetDoesNotTellChangesNothing() {
            launchAs(RUNNING, DONE);
            world.superset.stop(launch -> LOST);

            world.step(StopLaunch::new);

            assertThat(attempt().outcome()).isEqualTo(RUNNING);
        }

        @Test
        void aLaunchWithADefiniteEndCannotBeStopped() {
            launchAs(DONE, DONE);

            assertThat(Results.codes(world.attempt(World.ANN, StopLaunch::new))).containsExactly("NO_LAUNCH_TO_STOP");
        }
    }

    /** The review is over; the query in Superset is not. */
    @Nested
    class OfACancelledSession {

        @Test
        void isLookedUpAndKeepsItsEndWithARunContext() {
            launchAs(RUNNING, DONE);
            world.step(CancelSession::new);
            assertThat(world.view().readiness().next()).isEqualTo(RecommendedAction.LOOK_UP_LAUNCH);

            world.step(ResumeSession::new);

            assertThat(attempt().outcome()).isEqualTo(DONE);
            assertThat(attempt().context()).isNotNull();
            assertThat(world.session().header().status()).isEqualTo(SessionStatus.CANCELLED);
            assertThat(world.view().readiness().next()).isEqualTo(RecommendedAction.READ_ONLY);
        }

        @Test
        void isStopped() {
            launchAs(RUNNING, DONE);
            LaunchOutcome stopped = new LaunchOutcome.Failed(Results.problem("STOPPED"));
            world.superset.stop(launch -> stopped);

            world.step(CancelSession::new).step(StopLaunch::new);

            assertThat(attempt().outcome()).isEqualTo(stopped);
            assertThat(world.session().header().status()).isEqualTo(SessionStatus.CANCELLED);
        }

        @Test
        void opensTheSessionForNothingElse() {
            for (var command : Commands.all()) {
                OpenLaunchTest test = new OpenLaunchTest();
                test.launchAs(RUNNING, RUNNING);
                test.world.step(CancelSession::new);

                var result = test.world.attempt(World.ANN, command.make());

                if (List.of(ResumeSession.class, StopLaunch.class, ArchiveSession.class, DeleteSession.class)
                        .contains(command.type())) {
                    Results.accepted(result);
                } else {
                    assertThat(result).as(command.name()).isNotInstanceOf(CommandResult.Accepted.class);
                }
            }
        }

        @Test
        void withADefiniteEndTakesNeither() {
            launchAs(DONE, DONE);
            world.step(CancelSession::new);

            assertThat(Results.codes(world.attempt(World.ANN, ResumeSession::new)))
                    .containsExactly("SESSION_NOT_ACTIVE");
            assertThat(Results.codes(world.attempt(World.ANN, StopLaunch::new))).containsExactly("SESSION_NOT_ACTIVE");
        }
    }
}
