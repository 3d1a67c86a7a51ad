package io.dsreview.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.api.command.ExecutionCommand.ChooseTarget;
import io.dsreview.api.command.ExecutionCommand.ConfirmManualLaunch;
import io.dsreview.api.command.ExecutionCommand.HandOffLaunch;
import io.dsreview.api.command.ExecutionCommand.RequestPreview;
import io.dsreview.api.command.ExecutionCommand.StopLaunch;
import io.dsreview.api.command.MappingCommand.DecideMappings;
import io.dsreview.api.command.MappingCommand.SetTemplateValue;
import io.dsreview.api.error.Problem;
import io.dsreview.api.execution.CompiledPreview;
import io.dsreview.api.execution.ExecutionTarget.DatasetRows;
import io.dsreview.api.execution.LaunchAttempt;
import io.dsreview.api.execution.LaunchOutcome;
import io.dsreview.api.execution.QueryResults;
import io.dsreview.api.execution.SqlLabReference;
import io.dsreview.api.id.FieldId;
import io.dsreview.api.id.MappingId;
import io.dsreview.api.id.VariableId;
import io.dsreview.api.mapping.ExecutionMapping;
import io.dsreview.api.mapping.TemplateField;
import io.dsreview.api.mapping.TemplateVariable;
import io.dsreview.api.mapping.VariableKind;
import io.dsreview.api.session.RecommendedAction;
import io.dsreview.api.superset.SupersetCompilationAdapter.Compilation;
import io.dsreview.test.superset.SampleContext;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What happens after the first attempt: each preview and each launch stays what it was. */
class LaterAttemptsTest {

    private static final Problem NO = Results.problem("SQL_LAB_SAID_NO");
    private static final LaunchOutcome DONE = new LaunchOutcome.Succeeded(
            new SqlLabReference(2, "https://superset.test/2"), null, new QueryResults(3, 1_000, false, null));

    private final World world = new World(World.oneFilter().build());
    private final AtomicInteger compiled = new AtomicInteger();

    LaterAttemptsTest() {
        world.superset.compile(inputs -> new Compilation.Compiled("SELECT " + compiled.incrementAndGet(), "fake"));
        world.start().approveAll().step(RequestPreview::new);
    }

    @Nested
    class OR10_afterALaunchThatFailed {

        @Test
        void anotherPreviewAloneOpensNoSecondLaunch() {
            world.superset.launch(sql -> new LaunchOutcome.Failed(NO));
            world.launch();

            world.step(RequestPreview::new);

            assertThat(Results.rejected(world.attemptLaunch(World.ANN)).problems())
                    .singleElement()
                    .satisfies(problem -> {
                        assertThat(problem.code()).isEqualTo("ALREADY_LAUNCHED");
                        assertThat(problem.arguments()).containsEntry("outcome", "Failed");
                    });
            assertThat(world.superset.launched()).containsExactly("SELECT 1");
        }

        @Test
        void aNewApprovalAndAPreviewOpenASecondLaunchBesideTheFirst() {
            world.superset.launch(sql -> new LaunchOutcome.Failed(NO));
            world.launch();
            LaunchAttempt first = attempts().get(0);
            approveAnew();
            world.superset.launch(sql -> DONE);

            world.launch();

            assertThat(attempts()).hasSize(2).startsWith(first);
            LaunchAttempt second = attempts().get(1);
            assertThat(second.outcome()).isInstanceOf(LaunchOutcome.Succeeded.class);
            assertThat(second.intent().preview()).isEqualTo(previews().get(1).id());
            assertThat(Objects.requireNonNull(second.context()).sql()).isEqualTo("SELECT 2");
            assertThat(world.superset.launched()).containsExactly("SELECT 1", "SELECT 2");
            Results.duplicate(world.attemptLaunch(World.ANN));
        }
    }

    @Nested
    class OR11_afterALaunchThatSucceeded {

        @Test
        void whatIsApprovedAnewIsLaunchedFromTheSamePreviewToo() {
            world.superset.launch(sql -> DONE);
            world.launch();
            world.clock.advance(Duration.ofMinutes(5));
            world.approveAll();
            assertThat(world.view().readiness().next()).isEqualTo(RecommendedAction.LAUNCH);

            world.launch();

            assertThat(world.superset.launched()).containsExactly("SELECT 1", "SELECT 1");
            assertThat(world.view().readiness().next()).isEqualTo(RecommendedAction.REVIEW_RESULT);
            Results.duplicate(world.attemptLaunch(World.ANN));
        }
    }

    @Nested
    class OR10_aDecisionThatDoesNotReachTheQuery {

        private static final TemplateVariable OF_A_METRIC = new TemplateVariable(
                new VariableId("url_param:currency"),
                VariableKind.URL_PARAM,
                "currency",
                false,
                "EUR",
                List.of(new TemplateField(TemplateField.Kind.METRIC, "revenue")),
                List.of());
        private static final TemplateVariable SIMILAR =
                TemplateVariable.of(VariableKind.URL_PARAM, "statuses", false, "new");

        private final World world = new World(new SampleContext()
                        .dataset(7, OF_A_METRIC, SIMILAR)
                        .filter("F-status", "status", "paid")
                        .build())
                .start();

        @Test
        void aboutAMappingThatIsOnlyOfferedOpensNoSecondLaunch() {
            MappingId applied = new MappingId("F-status->column:status");
            MappingId offered = new MappingId("F-status->variable:url_param:statuses");
            world.step(context -> new DecideMappings(context, List.of(applied), true))
                    .step(RequestPreview::new)
                    .launch();

            world.step(context -> new DecideMappings(context, List.of(offered), false));

            Results.duplicate(world.attemptLaunch(World.ANN));
            assertThat(world.view().readiness().next()).isEqualTo(RecommendedAction.REVIEW_RESULT);
            assertThat(world.superset.launched()).hasSize(1);
        }

        @Test
        void aboutAVariableOfSomethingElseOpensNoSecondLaunch() {
            world.approveAll().step(RequestPreview::new).launch();

            world.step(context -> new SetTemplateValue(context, OF_A_METRIC.id(), "USD"));

            Results.duplicate(world.attemptLaunch(World.ANN));
            assertThat(world.superset.launched()).hasSize(1);
        }

        @Test
        void leavesNothingToApproveSoThatAPreviewOpensASecondLaunch() {
            world.step(context -> new DecideMappings(
                            context,
                            world.session().mappings().stream()
                                    .map(ExecutionMapping::id)
                                    .toList(),
                            false))
                    .step(RequestPreview::new)
                    .launch();
            Results.duplicate(world.attemptLaunch(World.ANN));

            world.step(RequestPreview::new).launch();

            assertThat(world.superset.launched()).hasSize(2);
        }
    }

    @Nested
    class OR13_afterALaunchThatWasRefused {

        private void refuse() {
            world.superset.launch(sql -> new LaunchOutcome.Refused(NO));
            world.launch();
        }

        @Test
        void anotherPreviewIsNotHandedOffForTheRefusalOfTheFirst() {
            refuse();
            approveAnew();

            assertThat(Results.codes(world.attempt(World.ANN, HandOffLaunch::new)))
                    .containsExactly("HAND_OFF_NOT_OFFERED");
        }

        @Test
        void whatIsApprovedAnewIsLaunchedThoughNobodyEverConfirmsTheHandOff() {
            refuse();
            world.step(HandOffLaunch::new);
            approveAnew();
            world.superset.launch(sql -> DONE);
            assertThat(world.view().readiness().next()).isEqualTo(RecommendedAction.LAUNCH);

            world.launch();

            assertThat(world.superset.launched()).containsExactly("SELECT 1", "SELECT 2");
            assertThat(world.view().readiness().next()).isEqualTo(RecommendedAction.REVIEW_RESULT);
        }

        @Test
        void theHandOffCanStillBeConfirmedBesideALaterLaunch() {
            refuse();
            world.step(HandOffLaunch::new);
            approveAnew();
            world.superset.launch(sql -> DONE);
            world.launch();

            world.step(context -> new ConfirmManualLaunch(context, "query 1"));

            assertThat(attempts()).extracting(LaunchAttempt::hasRun).containsExactly(false, true, true);
            assertThat(Objects.requireNonNull(attempts().get(1).context()).sql())
                    .isEqualTo("SELECT 1");
        }

        @Test
        void whatRunsBesideAHandOffCanBeStopped() {
            world.superset.launch(sql -> new LaunchOutcome.Running(new SqlLabReference(1, "x"), NO));
            world.launch();
            world.superset.compile(inputs -> new Compilation.NotCarried(List.of(NO)));
            approveAnew();
            world.step(HandOffLaunch::new);
            LaunchOutcome stopped = new LaunchOutcome.Failed(NO);
            world.superset.stop(launch -> stopped);

            world.step(StopLaunch::new);

            assertThat(attempts().get(0).outcome()).isEqualTo(stopped);
        }

        @Test
        void anotherPreviewIsNoRepetitionOfTheHandOffThatWaits() {
            refuse();
            world.step(HandOffLaunch::new);
            approveAnew();

            Results.rejected(world.attempt(World.ANN, HandOffLaunch::new));
        }
    }

    @Test
    void OR13_oneApprovedStateIsLaunchedByHandOnceHoweverOftenItIsPreviewed() {
        world.superset.compile(inputs -> new Compilation.NotCarried(List.of(NO)));
        world.step(RequestPreview::new)
                .step(HandOffLaunch::new)
                .step(context -> new ConfirmManualLaunch(context, "query 1"));

        world.step(RequestPreview::new);

        assertThat(Results.codes(world.attempt(World.ANN, HandOffLaunch::new))).containsExactly("ALREADY_LAUNCHED");
        assertThat(attempts()).hasSize(1);
    }

    @Test
    void OR13_whatIsApprovedAnewIsHandedOffThoughNobodyConfirmsTheFirstAndTheLastIsConfirmedFirst() {
        world.superset.compile(inputs -> new Compilation.NotCarried(List.of(NO)));
        world.step(RequestPreview::new).step(HandOffLaunch::new);
        approveAnew();

        world.step(HandOffLaunch::new).step(context -> new ConfirmManualLaunch(context, "query 2"));

        assertThat(attempts()).extracting(LaunchAttempt::hasRun).containsExactly(false, true);
    }

    @Test
    void OR13_whatIsApprovedAnewIsHandedOffFromTheSamePreviewToo() {
        world.superset.compile(inputs -> new Compilation.NotCarried(List.of(NO)));
        world.step(RequestPreview::new).step(HandOffLaunch::new);
        Results.duplicate(world.attempt(World.ANN, HandOffLaunch::new));
        world.clock.advance(Duration.ofSeconds(1));
        world.approveAll();
        assertThat(world.view().readiness().next()).isEqualTo(RecommendedAction.LAUNCH_BY_HAND);

        world.step(HandOffLaunch::new);

        assertThat(attempts()).hasSize(2);
    }

    @Test
    void OR13_theSameStateIsNotHandedOffAgainWhileItWaitsHoweverOftenItIsPreviewed() {
        world.superset.compile(inputs -> new Compilation.NotCarried(List.of(NO)));
        world.step(RequestPreview::new).step(HandOffLaunch::new).step(RequestPreview::new);

        assertThat(Results.codes(world.attempt(World.ANN, HandOffLaunch::new))).containsExactly("LAUNCH_UNDER_WAY");
        assertThat(world.reload().session().execution().launches()).hasSize(1);
    }

    @Test
    void SC2_eachPreviewIsCompiledFromItsOwnInputs() {
        CompiledPreview first = previews().get(0);

        world.step(context -> new ChooseTarget(context, new DatasetRows(List.of(new FieldId("region")), 10)));
        world.step(RequestPreview::new);

        assertThat(previews()).hasSize(2).startsWith(first);
        assertThat(previews().get(1).inputs())
                .isEqualTo(world.superset.compiled().get(1));
        assertThat(previews().get(1).inputs().target()).isEqualTo(new DatasetRows(List.of(new FieldId("region")), 10));
        assertThat(previews()).extracting(CompiledPreview::sql).containsExactly("SELECT 1", "SELECT 2");
    }

    /** Approves all mappings a second later, which is an approval of its own, and previews again. */
    private void approveAnew() {
        world.clock.advance(Duration.ofSeconds(1));
        world.approveAll().step(RequestPreview::new);
    }

    private List<LaunchAttempt> attempts() {
        return world.session().execution().launches();
    }

    private List<CompiledPreview> previews() {
        return world.session().execution().previews();
    }
}
