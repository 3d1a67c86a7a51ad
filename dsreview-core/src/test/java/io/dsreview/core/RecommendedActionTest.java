package io.dsreview.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dsreview.api.access.Actor;
import io.dsreview.api.access.FeatureFlags;
import io.dsreview.api.access.Permission;
import io.dsreview.api.access.Role;
import io.dsreview.api.command.ClarificationCommand.AnswerQuestion;
import io.dsreview.api.command.CommandContext;
import io.dsreview.api.command.ExecutionCommand.HandOffLaunch;
import io.dsreview.api.command.ExecutionCommand.RequestPreview;
import io.dsreview.api.command.LifecycleCommand.CancelSession;
import io.dsreview.api.command.LifecycleCommand.ResumeSession;
import io.dsreview.api.command.MappingCommand.AcceptTemplateValue;
import io.dsreview.api.command.MappingCommand.OverrideMapping;
import io.dsreview.api.command.SemanticCommand.ApplySemanticSource;
import io.dsreview.api.command.SessionCommand;
import io.dsreview.api.error.Problem;
import io.dsreview.api.execution.LaunchOutcome;
import io.dsreview.api.execution.SqlLabReference;
import io.dsreview.api.id.MappingId;
import io.dsreview.api.id.VariableId;
import io.dsreview.api.mapping.TemplateVariable;
import io.dsreview.api.mapping.VariableKind;
import io.dsreview.api.session.NeededPermission;
import io.dsreview.api.session.Readiness;
import io.dsreview.api.session.RecommendedAction;
import io.dsreview.api.superset.RecoveryItem;
import io.dsreview.api.superset.SupersetCompilationAdapter.Compilation;
import io.dsreview.api.superset.SupersetContextExtractor.Recovery;
import io.dsreview.core.ScriptedStore.Crash;
import io.dsreview.core.ScriptedStore.End;
import io.dsreview.core.finding.ReviewProblem;
import io.dsreview.core.store.InMemoryReviewStore;
import io.dsreview.test.superset.SampleContext;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is recommended in each state, and to whom: nobody is told to do what he may not do. */
class RecommendedActionTest {

    private static final Duration GIVEN_UP = Duration.ofMinutes(10);
    private static final Problem WHY = Problem.of(ReviewProblem.INTERRUPTED);

    /** A state, what comes next in it, and what that takes. */
    record State(RecommendedAction next, @Nullable Permission takes, Supplier<World> world) {
        @Override
        public String toString() {
            return next + " takes " + takes;
        }
    }

    static Stream<State> states() {
        return Stream.of(
                new State(RecommendedAction.READ_ONLY, null, () -> started(World.oneFilter())
                        .step(CancelSession::new)),
                new State(RecommendedAction.RECOVER_AGAIN, Permission.RECOVERY_RESOLVE, () -> {
                    World world = new World(World.oneFilter().build());
                    world.superset.recover(link -> new Recovery.Failed(WHY));
                    return world.start();
                }),
                new State(
                        RecommendedAction.ANSWER_QUESTION,
                        Permission.CLARIFICATION_ANSWER,
                        () -> started(World.twoVariables())),
                new State(
                        RecommendedAction.APPLY_ANSWER,
                        Permission.SESSION_RESUME,
                        () -> crashed(
                                World.twoVariables(),
                                (world, c) -> new AnswerQuestion(
                                        c,
                                        Objects.requireNonNull(world.session()
                                                        .clarification()
                                                        .active())
                                                .id(),
                                        "EMEA"))),
                new State(
                        RecommendedAction.RESOLVE_RECOVERY_ITEM,
                        Permission.RECOVERY_RESOLVE,
                        () -> started(World.oneFilter().unresolved("state", RecoveryItem.Kind.STATE, true, WHY))),
                new State(
                        RecommendedAction.RESOLVE_FINDING,
                        Permission.RECOVERY_RESOLVE,
                        () -> started(
                                World.oneFilter().unresolved("template:7:x", RecoveryItem.Kind.TEMPLATE, false, WHY))),
                new State(
                        RecommendedAction.RESOLVE_FINDING,
                        Permission.SESSION_CREATE,
                        () -> unasked(new SampleContext().dataset(7).dataset(8))),
                new State(
                        RecommendedAction.RESOLVE_FINDING, Permission.VALUES_SET, () -> unasked(World.twoVariables())),
                new State(
                        RecommendedAction.RESOLVE_FINDING, Permission.SEMANTICS_DECIDE, () -> unasked(World.oneFilter())
                                .step(c -> dictionary(c, "Net"))
                                .step(c -> dictionary(c, "Gross"))),
                new State(
                        RecommendedAction.SET_VALUE,
                        Permission.VALUES_SET,
                        () -> started(new SampleContext()
                                .dataset(7, TemplateVariable.of(VariableKind.URL_PARAM, "region", true, null))
                                .urlParameter("region", "EMEA"))),
                new State(
                        RecommendedAction.DECIDE_MAPPING, Permission.MAPPING_APPROVE, () -> started(World.oneFilter())),
                new State(
                        RecommendedAction.REQUEST_PREVIEW, Permission.PREVIEW_REQUEST, () -> started(World.oneFilter())
                                .approveAll()),
                new State(RecommendedAction.REQUEST_PREVIEW, Permission.PREVIEW_REQUEST, () -> World.readyToLaunch()
                        .step(c -> new OverrideMapping(c, new MappingId("F-status->column:status"), List.of("x")))
                        .approveAll()),
                new State(
                        RecommendedAction.WAIT_FOR_PREVIEW,
                        null,
                        () -> crashed(World.oneFilter(), (world, c) -> new RequestPreview(c))),
                new State(RecommendedAction.REQUEST_PREVIEW, Permission.PREVIEW_REQUEST, () -> {
                    World world = crashed(World.oneFilter(), (crashing, c) -> new RequestPreview(c));
                    world.clock.advance(GIVEN_UP);
                    return world;
                }),
                new State(RecommendedAction.REQUEST_PREVIEW, Permission.PREVIEW_REQUEST, () -> notCarried()
                        .step(c -> new OverrideMapping(c, new MappingId("F-status->column:status"), List.of("x")))
                        .approveAll()),
                new State(RecommendedAction.SET_VALUE, Permission.VALUES_SET, () -> {
                    World world = started(new SampleContext()
                            .dataset(7, TemplateVariable.of(VariableKind.URL_PARAM, "region", true, null))
                            .urlParameter("region", "EMEA"));
                    world.superset.compile(inputs -> new Compilation.Compiled("SELECT '{{ region }}'", "fake"));
                    return world.step(c -> new AcceptTemplateValue(c, new VariableId("url_param:region")))
                            .step(RequestPreview::new);
                }),
                new State(RecommendedAction.LAUNCH, Permission.LAUNCH_EXECUTE, World::readyToLaunch),
                new State(
                        RecommendedAction.LAUNCH_BY_HAND, Permission.LAUNCH_EXECUTE, RecommendedActionTest::notCarried),
                new State(RecommendedAction.LAUNCH_BY_HAND, Permission.LAUNCH_EXECUTE, RecommendedActionTest::refused),
                new State(RecommendedAction.CONFIRM_MANUAL_LAUNCH, Permission.LAUNCH_MANUAL, () -> refused()
                        .step(HandOffLaunch::new)),
                new State(RecommendedAction.LOOK_UP_LAUNCH, Permission.SESSION_RESUME, () -> {
                    World world = World.readyToLaunch();
                    world.superset.launch(sql -> new LaunchOutcome.Running(new SqlLabReference(1, "x"), WHY));
                    return world.launch();
                }),
                new State(
                        RecommendedAction.LOOK_UP_LAUNCH,
                        Permission.SESSION_RESUME,
                        () -> neverKnown(GIVEN_UP.minusSeconds(1))),
                new State(RecommendedAction.LOOK_UP_LAUNCH, Permission.SESSION_RESUME, () -> neverKnown(
                                GIVEN_UP.minusSeconds(1))
                        .step(CancelSession::new)),
                new State(RecommendedAction.LAUNCH, Permission.LAUNCH_EXECUTE, () -> neverKnown(GIVEN_UP)),
                new State(
                        RecommendedAction.APPROVE_ANEW,
                        Permission.MAPPING_APPROVE,
                        () -> failed(World.readyToLaunch())),
                new State(
                        RecommendedAction.APPROVE_ANEW, Permission.MAPPING_APPROVE, () -> failed(World.readyToLaunch())
                                .step(RequestPreview::new)),
                new State(RecommendedAction.APPROVE_ANEW, Permission.MAPPING_APPROVE, () -> refused()
                        .step(RequestPreview::new)),
                new State(
                        RecommendedAction.APPROVE_ANEW,
                        Permission.VALUES_SET,
                        () -> failed(started(new SampleContext()
                                        .dataset(7, TemplateVariable.of(VariableKind.URL_PARAM, "region", true, null))
                                        .urlParameter("region", "EMEA"))
                                .step(c -> new AcceptTemplateValue(c, new VariableId("url_param:region")))
                                .step(RequestPreview::new))),
                new State(
                        RecommendedAction.APPROVE_ANEW,
                        Permission.PREVIEW_REQUEST,
                        () -> failed(started(new SampleContext().dataset(7)).step(RequestPreview::new))),
                new State(RecommendedAction.LAUNCH, Permission.LAUNCH_EXECUTE, () -> failed(
                                started(new SampleContext().dataset(7)).step(RequestPreview::new))
                        .step(RequestPreview::new)),
                new State(RecommendedAction.REVIEW_RESULT, null, () -> World.readyToLaunch()
                        .launch()));
    }

    private static World started(SampleContext context) {
        return new World(context.build()).start();
    }

    /** A review whose doubts are findings and no questions. */
    private static World unasked(SampleContext context) {
        return new World(context.build(), new InMemoryReviewStore(), FeatureFlags.ALL_ON.withClarification(false))
                .start();
    }

    private static ApplySemanticSource dictionary(CommandContext context, String amount) {
        return new ApplySemanticSource(
                context, World.csv(amount + ".csv", "field,verbose_name,description", "amount," + amount + ","));
    }

    /** A review after a command whose process was killed when its commit was stored. */
    private static World crashed(SampleContext context, BiFunction<World, CommandContext, SessionCommand> command) {
        ScriptedStore store = new ScriptedStore();
        World world = new World(context.build(), store, true).start().approveAll();
        store.next(End.STORED, End.LOST);
        assertThatThrownBy(() -> world.attempt(World.ANN, c -> command.apply(world, c)))
                .isInstanceOf(Crash.class);
        return world;
    }

    /** What was approved anew, that long after a launch of which Superset knows nothing. */
    private static World neverKnown(Duration after) {
        World world = World.readyToLaunch();
        world.superset.launch(sql -> new LaunchOutcome.Unknown(WHY));
        world.superset.lookUp(launch -> new LaunchOutcome.Unknown(WHY));
        world.launch();
        world.clock.advance(after);
        return world.step(ResumeSession::new).approveAll();
    }

    private static World refused() {
        World world = World.readyToLaunch();
        world.superset.launch(sql -> new LaunchOutcome.Refused(WHY));
        return world.launch();
    }

    private static World failed(World ready) {
        ready.superset.launch(sql -> new LaunchOutcome.Failed(WHY));
        return ready.launch();
    }

    private static World notCarried() {
        World world = started(World.oneFilter()).approveAll();
        world.superset.compile(inputs -> new Compilation.NotCarried(List.of(WHY)));
        return world.step(RequestPreview::new);
    }

    private static Readiness readiness(World world, Actor actor) {
        return world.core.find(actor, world.id()).orElseThrow().readiness();
    }

    @ParameterizedTest
    @MethodSource("states")
    void OR1_whoMayIsToldTheActionAndWhoMayNotWhomToAsk(State state) {
        World world = state.world().get();

        assertThat(readiness(world, World.ANN).next()).isEqualTo(state.next());
        assertThat(readiness(world, World.ANN).needed()).isNull();
        for (Role role : Role.values()) {
            Readiness readiness = readiness(world, Actor.of("acme", "ann", role));
            boolean may = state.takes() == null || role.permissions().contains(state.takes());
            NeededPermission needed = readiness.needed();
            if (may) {
                assertThat(readiness.next()).as(role.name()).isEqualTo(state.next());
                assertThat(needed).isNull();
            } else {
                assertThat(readiness.next()).as(role.name()).isEqualTo(RecommendedAction.ASK_FOR_PERMISSION);
                assertThat(needed).isNotNull();
                assertThat(needed.action()).isEqualTo(state.next());
                assertThat(needed.permission()).isEqualTo(state.takes());
                assertThat(needed.roles())
                        .isNotEmpty()
                        .allMatch(holder -> holder.permissions().contains(state.takes()))
                        .doesNotContain(role);
            }
        }
    }

    @Test
    void OR1_whomToAskIsSaidInBothLanguages() {
        Readiness readiness = readiness(World.readyToLaunch(), Actor.of("acme", "ann", Role.ANALYST));

        assertThat(readiness.nextStep(Locale.ENGLISH))
                .isEqualTo(
                        "Ask somebody with the permission LAUNCH_EXECUTE (by role: OPERATOR, MAINTAINER, ADMIN). What is"
                                + " to be done: Launch.");
        assertThat(readiness.nextStep(Locale.forLanguageTag("ru")))
                .isEqualTo("Обратитесь к тому, у кого есть право LAUNCH_EXECUTE (роли: OPERATOR, MAINTAINER, ADMIN)."
                        + " Что нужно сделать: Запускайте.");
        assertThat(new NeededPermission(RecommendedAction.LAUNCH, Permission.LAUNCH_EXECUTE, Set.of())
                        .text(Locale.ENGLISH))
                .doesNotContain("role");
        assertThat(readiness(World.readyToLaunch(), World.ANN).nextStep(Locale.ENGLISH))
                .isEqualTo("Launch.");
    }

    @Test
    void AR3_withExecutionSwitchedOffNobodyIsToldToLaunchOrToAskForAPermission() {
        World open = new World(World.oneFilter().build(), new InMemoryReviewStore(), false);
        open.start().approveAll().step(RequestPreview::new);
        World without = new World(World.oneFilter().build(), new InMemoryReviewStore(), false);
        without.superset.compile(inputs -> new Compilation.NotCarried(List.of(WHY)));
        without.start().approveAll().step(RequestPreview::new);

        for (World world : List.of(open, without)) {
            for (Role role : EnumSet.allOf(Role.class)) {
                assertThat(readiness(world, Actor.of("acme", "ann", role)).next())
                        .isEqualTo(RecommendedAction.SWITCH_EXECUTION_ON);
            }
        }
    }
}
