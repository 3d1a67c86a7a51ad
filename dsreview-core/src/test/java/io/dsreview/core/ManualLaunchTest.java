package io.dsreview.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.api.access.Actor;
import io.dsreview.api.access.Role;
import io.dsreview.api.command.CommandContext;
import io.dsreview.api.command.ExecutionCommand.ConfirmManualLaunch;
import io.dsreview.api.command.ExecutionCommand.HandOffLaunch;
import io.dsreview.api.command.ExecutionCommand.RequestPreview;
import io.dsreview.api.command.ExecutionCommand.StopLaunch;
import io.dsreview.api.command.MappingCommand.OverrideMapping;
import io.dsreview.api.command.SessionCommand;
import io.dsreview.api.execution.CompiledPreview;
import io.dsreview.api.execution.Gate;
import io.dsreview.api.execution.LaunchAttempt;
import io.dsreview.api.execution.LaunchOutcome;
import io.dsreview.api.execution.ManualLaunch;
import io.dsreview.api.execution.RunContext;
import io.dsreview.api.id.MappingId;
import io.dsreview.api.id.UserId;
import io.dsreview.api.session.RecommendedAction;
import io.dsreview.api.superset.RecoveryItem;
import io.dsreview.api.superset.SupersetCompilationAdapter.Compilation;
import io.dsreview.core.seam.LibraryVersion;
import io.dsreview.core.store.InMemoryReviewStore;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ManualLaunchTest {

    private static final Actor ANALYST = Actor.of("acme", "ann", Role.ANALYST);

    private static SessionCommand confirm(CommandContext context) {
        return new ConfirmManualLaunch(context, "query 4711");
    }

    @Nested
    class OR13_afterSupersetRefusedToExecute {

        private final World world = World.readyToLaunch();
        private final CompiledPreview preview =
                world.session().execution().readyPreview().orElseThrow();

        OR13_afterSupersetRefusedToExecute() {
            world.superset.launch(sql -> new LaunchOutcome.Refused(Results.problem("EXECUTION_REFUSED")));
        }

        @Test
        void theCompiledSqlItsLinkAndParametersAreHandedOff() {
            world.launch();
            assertThat(world.view().readiness().next()).isEqualTo(RecommendedAction.LAUNCH_BY_HAND);

            world.step(HandOffLaunch::new);

            assertThat(attempt(world).manual())
                    .isEqualTo(new ManualLaunch(
                            "https://superset.test/sqllab/?dbid=1", preview.sql(), Map.of(), true, true));
            assertThat(attempt(world).intent()).satisfies(intent -> {
                assertThat(intent.manual()).isTrue();
                assertThat(intent.preview()).isEqualTo(preview.id());
                assertThat(intent.by()).isEqualTo(new UserId("ann"));
            });
        }

        @Test
        void itCountsAsLaunchedOnlyOnceAPersonConfirmedIt() {
            world.launch().step(HandOffLaunch::new);
            assertThat(attempt(world).hasRun()).isFalse();
            assertThat(attempt(world).context()).isNull();
            assertThat(world.view().readiness().next()).isEqualTo(RecommendedAction.CONFIRM_MANUAL_LAUNCH);

            world.step(ManualLaunchTest::confirm);

            assertThat(attempt(world).outcome())
                    .isEqualTo(
                            new LaunchOutcome.ConfirmedByHand("query 4711", new UserId("ann"), world.clock.instant()));
            assertThat(attempt(world).hasRun()).isTrue();
            assertThat(attempt(world).context())
                    .isEqualTo(new RunContext(
                            attempt(world).intent().id(),
                            preview.inputs(),
                            preview.fingerprint(),
                            "fake",
                            preview.sql(),
                            preview.terms(),
                            null,
                            null,
                            attempt(world).intent().approved(),
                            "query 4711",
                            new UserId("ann"),
                            world.clock.instant(),
                            LibraryVersion.get()));
            assertThat(world.superset.launched()).hasSize(1);
        }

        @Test
        void itIsNotOfferedBeforeTheRefusal() {
            assertThat(Results.codes(world.attempt(World.ANN, HandOffLaunch::new)))
                    .containsExactly("HAND_OFF_NOT_OFFERED");
        }

        @Test
        void itNeedsAnOpenGateAndItsOwnPermission() {
            world.launch();
            assertThat(Results.rejected(world.attempt(ANALYST, HandOffLaunch::new))
                            .problems())
                    .singleElement()
                    .satisfies(problem -> {
                        assertThat(problem.code()).isEqualTo("PERMISSION_MISSING");
                        assertThat(problem.arguments()).containsEntry("permission", "LAUNCH_MANUAL");
                    });

            world.step(
                    context -> new OverrideMapping(context, new MappingId("F-status->column:status"), List.of("open")));

            assertThat(Results.clauses(world.attempt(World.ANN, HandOffLaunch::new)))
                    .containsExactly("L5", "L7");
            assertThat(world.superset.handedOff())
                    .as("no link is made for a hand-off that is refused")
                    .isEmpty();
        }

        @Test
        void whatAPersonRunsCannotBeStoppedHere() {
            world.launch().step(HandOffLaunch::new);

            assertThat(Results.codes(world.attempt(World.ANN, StopLaunch::new))).containsExactly("NO_LAUNCH_TO_STOP");
        }

        @Test
        void repeatingItHandsNothingOffAnew() {
            world.launch().step(HandOffLaunch::new);

            Results.duplicate(world.attempt(World.ANN, HandOffLaunch::new));

            assertThat(world.reload().session().execution().launches()).hasSize(2);
        }

        @Test
        void aLaunchBesideItIsRefusedWhileItWaitsAndADuplicateOnceItIsConfirmed() {
            world.launch().step(HandOffLaunch::new);
            assertThat(Results.codes(world.attemptLaunch(World.ANN))).containsExactly("LAUNCH_UNDER_WAY");

            world.step(ManualLaunchTest::confirm);

            Results.duplicate(world.attemptLaunch(World.ANN));
            assertThat(world.superset.launched()).hasSize(1);
        }

        @Test
        void itIsNotHandedOffAgainOnceItIsConfirmed() {
            world.launch().step(HandOffLaunch::new).step(ManualLaunchTest::confirm);

            assertThat(world.attempt(World.ANN, HandOffLaunch::new))
                    .satisfies(result -> assertThat(Results.codes(result)).containsExactly("ALREADY_LAUNCHED"));
        }
    }

    @Nested
    class OR13_whereNoChannelCanCompile {

        private final World world = new World(World.oneFilter().build());

        OR13_whereNoChannelCanCompile() {
            world.superset.compile(
                    inputs -> new Compilation.NotCarried(List.of(Results.problem("PREVIEW_INPUT_NOT_CARRIED"))));
            world.start();
        }

        @Test
        void linkAndParametersAreHandedOffWithoutSqlMarkedUnverified() {
            world.approveAll().step(RequestPreview::new);
            assertThat(world.clauses()).containsExactly("L6");
            assertThat(world.view().readiness().next()).isEqualTo(RecommendedAction.LAUNCH_BY_HAND);

            world.step(HandOffLaunch::new);

            assertThat(attempt(world).manual()).isEqualTo(new ManualLaunch(World.LINK, null, Map.of(), false, false));
            assertThat(attempt(world).intent().sql()).isNull();
            assertThat(attempt(world).hasRun()).isFalse();
            assertThat(world.superset.launched()).isEmpty();
        }

        @Test
        void theClausesThatNeedNoSqlMustHold() {
            World closed = new World(
                    World.oneFilter()
                            .unresolved("state", RecoveryItem.Kind.STATE, true, Results.problem("STATE_GONE"))
                            .build(),
                    new InMemoryReviewStore(),
                    false);
            closed.superset.compile(
                    inputs -> new Compilation.NotCarried(List.of(Results.problem("PREVIEW_INPUT_NOT_CARRIED"))));
            closed.start().step(RequestPreview::new);

            assertThat(Results.clauses(closed.attempt(World.ANN, HandOffLaunch::new)))
                    .containsExactly("L2", "L5", "L10");
            assertThat(closed.core
                            .explain(World.ANN, closed.id(), Gate.MANUAL_LAUNCH_WITHOUT_SQL)
                            .orElseThrow()
                            .unmet())
                    .extracting(unmet -> unmet.clause().id())
                    .containsExactly("L2", "L5", "L10");
        }

        @Test
        void thePreviewMustBeOfThePresentInputs() {
            world.approveAll().step(RequestPreview::new);
            world.step(
                    context -> new OverrideMapping(context, new MappingId("F-status->column:status"), List.of("open")));
            world.approveAll();

            assertThat(Results.codes(world.attempt(World.ANN, HandOffLaunch::new)))
                    .containsExactly("HAND_OFF_NOT_OFFERED");
        }

        @Test
        void withoutAnyPreviewNothingIsHandedOff() {
            world.approveAll();

            assertThat(Results.codes(world.attempt(World.ANN, HandOffLaunch::new)))
                    .containsExactly("HAND_OFF_NOT_OFFERED");
        }

        @Test
        void aPreviewThatFailedForAnotherReasonIsNotEnough() {
            world.superset.compile(inputs -> new Compilation.Failed(List.of(Results.problem("COLUMN_GONE"))));
            world.approveAll().step(RequestPreview::new);

            assertThat(Results.codes(world.attempt(World.ANN, HandOffLaunch::new)))
                    .containsExactly("HAND_OFF_NOT_OFFERED");
        }

        @Test
        void oneStateIsHandedOffAndConfirmedOnce() {
            world.approveAll().step(RequestPreview::new).step(HandOffLaunch::new);
            world.step(ManualLaunchTest::confirm);

            assertThat(Results.codes(world.attempt(World.ANN, HandOffLaunch::new)))
                    .containsExactly("ALREADY_LAUNCHED");
            assertThat(world.reload().session().execution().launches()).hasSize(1);
        }
    }

    @Test
    void OR13_thereIsNothingToConfirmWithoutAHandOff() {
        World world = World.readyToLaunch();
        assertThat(Results.codes(world.attempt(World.ANN, ManualLaunchTest::confirm)))
                .containsExactly("NO_LAUNCH_TO_CONFIRM");

        world.launch();

        assertThat(Results.codes(world.attempt(World.ANN, ManualLaunchTest::confirm)))
                .containsExactly("NO_LAUNCH_TO_CONFIRM");
    }

    private static LaunchAttempt attempt(World world) {
        return world.session().execution().lastLaunch().orElseThrow();
    }
}
