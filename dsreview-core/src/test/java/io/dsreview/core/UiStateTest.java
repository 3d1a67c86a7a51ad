package io.dsreview.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.api.access.FeatureFlags;
import io.dsreview.api.command.AcceptFinding;
import io.dsreview.api.command.ClarificationCommand.AnswerQuestion;
import io.dsreview.api.command.ClarificationCommand.DeferQuestion;
import io.dsreview.api.command.ClarificationCommand.PauseClarification;
import io.dsreview.api.command.CommandContext;
import io.dsreview.api.command.ExecutionCommand.HandOffLaunch;
import io.dsreview.api.command.ExecutionCommand.RequestPreview;
import io.dsreview.api.command.MappingCommand.DecideMappings;
import io.dsreview.api.command.MappingCommand.OverrideMapping;
import io.dsreview.api.command.SemanticCommand.ApplySemanticSource;
import io.dsreview.api.command.SemanticCommand.DecideField;
import io.dsreview.api.command.SessionCommand;
import io.dsreview.api.execution.LaunchOutcome;
import io.dsreview.api.id.FieldId;
import io.dsreview.api.id.FindingId;
import io.dsreview.api.id.MappingId;
import io.dsreview.api.id.QuestionId;
import io.dsreview.api.screen.UiState;
import io.dsreview.api.screen.UiState.Field;
import io.dsreview.api.screen.UiState.Findings;
import io.dsreview.api.screen.UiState.Intake;
import io.dsreview.api.screen.UiState.Mapping;
import io.dsreview.api.screen.UiState.Preview;
import io.dsreview.api.screen.UiState.Question;
import io.dsreview.api.screen.UiState.Workspace;
import io.dsreview.api.semantic.FieldMeaning;
import io.dsreview.api.semantic.SemanticCandidate;
import io.dsreview.api.semantic.SemanticSource;
import io.dsreview.api.session.SessionQuery;
import io.dsreview.api.superset.LinkReading;
import io.dsreview.api.superset.SupersetCompilationAdapter.Compilation;
import io.dsreview.api.superset.SupersetContextExtractor.Recovery;
import io.dsreview.core.ScriptedStore.Crash;
import io.dsreview.core.ScriptedStore.End;
import io.dsreview.test.superset.SampleContext;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UiStateTest {

    private static final FieldId REGION = new FieldId("region");
    private static final MappingId STATUS = new MappingId("F-status->column:status");

    /** One state of one part of a screen, and how a session gets there. */
    record Case(String what, Supplier<UiState> screen, Function<UiState, Object> part, Object state) {
        @Override
        public String toString() {
            return what + " is " + state;
        }
    }

    static Stream<Case> intakes() {
        return Stream.of(
                new Case("intake before a source", () -> UiState.IDLE, UiState::intake, Intake.IDLE),
                new Case("intake before an answer", () -> UiState.VALIDATING, UiState::intake, Intake.VALIDATING),
                new Case("intake after a refusal", () -> UiState.REJECTED, UiState::intake, Intake.REJECTED),
                of("intake of an unsupported link", () -> unsupported(), UiState::intake, Intake.REJECTED),
                of("intake of a link", UiStateTest::started, UiState::intake, Intake.ACCEPTED));
    }

    static Stream<Case> workspaces() {
        return Stream.of(
                new Case("workspace without a session", () -> UiState.IDLE, UiState::workspace, Workspace.EMPTY),
                of("workspace of an unsupported link", () -> unsupported(), UiState::workspace, Workspace.EMPTY),
                of("workspace that waits", () -> waiting(), UiState::workspace, Workspace.EMPTY),
                of("workspace after a failure", () -> failed(), UiState::workspace, Workspace.EMPTY),
                new Case(
                        "workspace before Superset answers",
                        () -> importing(),
                        UiState::workspace,
                        Workspace.IMPORTING),
                of("workspace with a context", UiStateTest::started, UiState::workspace, Workspace.REVIEW));
    }

    static Stream<Case> findings() {
        return Stream.of(
                of("nothing but accepted findings", () -> accepted(), UiState::findings, Findings.NONE),
                of("fields without meaning", UiStateTest::started, UiState::findings, Findings.INFO),
                of("a conflict", () -> conflicted(), UiState::findings, Findings.WARNING),
                of("a failed recovery", () -> failed(), UiState::findings, Findings.BLOCKING));
    }

    static Stream<Case> fields() {
        Function<UiState, Object> region = state -> state.fields().get(REGION);
        return Stream.of(
                of("field without a source", UiStateTest::started, region, Field.UNDECIDED),
                of("field of a dictionary", () -> started().step(a("Region")), region, Field.IMPORTED),
                of("field of two dictionaries", () -> conflicted(), region, Field.CONFLICTED),
                of("field with a candidate taken", () -> candidateTaken(), region, Field.ACCEPTED),
                of(
                        "field written by hand",
                        () -> conflicted()
                                .step(c -> new DecideField(
                                        c, REGION, new DecideField.Choice.Write(new FieldMeaning("Region", "")))),
                        region,
                        Field.MANUAL));
    }

    static Stream<Case> questions() {
        return Stream.of(
                of("question before a context", () -> failed(), UiState::question, Question.NONE),
                of("question about a variable", () -> asking(new ScriptedStore()), UiState::question, Question.ASKING),
                new Case("question whose answer is stored", () -> saving(), UiState::question, Question.SAVING),
                of(
                        "question while the clarification is paused",
                        () -> asking(new ScriptedStore()).step(PauseClarification::new),
                        UiState::question,
                        Question.PAUSED),
                of("questions for an expert alone", () -> deferred(), UiState::question, Question.DEFERRED),
                of("question that nobody needs to ask", UiStateTest::started, UiState::question, Question.COMPLETED));
    }

    static Stream<Case> mappings() {
        Function<UiState, Object> status = state -> state.mappings().get(STATUS);
        return Stream.of(
                of("mapping of nobody", UiStateTest::started, status, Mapping.WARNING),
                of("mapping of Ann", () -> started().approveAll(), status, Mapping.APPROVED),
                of(
                        "mapping with another value",
                        () -> started().approveAll().step(c -> new OverrideMapping(c, STATUS, List.of("open"))),
                        status,
                        Mapping.WARNING),
                of(
                        "mapping that Ann refused",
                        () -> started().step(c -> new DecideMappings(c, List.of(STATUS), false)),
                        status,
                        Mapping.REJECTED));
    }

    static Stream<Case> previews() {
        return Stream.of(
                of("preview of nothing", UiStateTest::started, UiState::preview, Preview.NONE),
                new Case("preview without an answer", () -> pending(), UiState::preview, Preview.PENDING),
                of("preview with SQL", World::readyToLaunch, UiState::preview, Preview.READY),
                of(
                        "preview of other values",
                        () -> World.readyToLaunch().step(c -> new OverrideMapping(c, STATUS, List.of("open"))),
                        UiState::preview,
                        Preview.STALE),
                of("preview that failed", () -> previewed(failure()), UiState::preview, Preview.ERROR));
    }

    static Stream<Case> launches() {
        return Stream.of(
                of("launch without a preview", UiStateTest::started, UiState::launch, UiState.Launch.BLOCKED),
                of("launch through an open gate", World::readyToLaunch, UiState::launch, UiState.Launch.READY),
                of("launch that ran", () -> World.readyToLaunch().launch(), UiState::launch, UiState.Launch.SUBMITTED),
                of("launch handed to a person", () -> handedOff(), UiState::launch, UiState.Launch.SUBMITTED),
                of("launch that Superset refused", () -> refused(), UiState::launch, UiState.Launch.SUBMITTED),
                of("launch that failed", () -> failedLaunch(), UiState::launch, UiState.Launch.SUBMITTED),
                of(
                        "launch that failed, approved anew",
                        () -> approvedAnew(failedLaunch()),
                        UiState::launch,
                        UiState.Launch.READY),
                of(
                        "launch of what has changed since",
                        () -> World.readyToLaunch().launch().step(c -> new OverrideMapping(c, STATUS, List.of("open"))),
                        UiState::launch,
                        UiState.Launch.BLOCKED));
    }

    static Stream<Case> all() {
        return Stream.of(intakes(), workspaces(), findings(), fields(), questions(), mappings(), previews(), launches())
                .flatMap(each -> each);
    }

    @ParameterizedTest
    @MethodSource("all")
    void AR6_everyStateIsDerivedFromTheView(Case each) {
        assertThat(each.part().apply(each.screen().get())).isEqualTo(each.state());
    }

    @Test
    void AR6_everyStateHasACase() {
        var states = all().map(Case::state).toList();

        assertThat(states)
                .contains((Object[]) Intake.values())
                .contains((Object[]) Workspace.values())
                .contains((Object[]) Findings.values())
                .contains((Object[]) Field.values())
                .contains((Object[]) Question.values())
                .contains((Object[]) Mapping.values())
                .contains((Object[]) Preview.values())
                .contains((Object[]) UiState.Launch.values());
    }

    private static Case of(String what, Supplier<World> world, Function<UiState, Object> part, Object state) {
        return new Case(what, () -> UiState.of(world.get().view()), part, state);
    }

    private static World started() {
        return new World(World.oneFilter().build()).start();
    }

    private static World waiting() {
        return new World(World.oneFilter().build(), new ScriptedStore(), FeatureFlags.ALL_ON.withAutomaticReview(false))
                .start();
    }

    private static World unsupported() {
        World world = new World(World.oneFilter().build());
        world.superset.read(
                pasted -> new LinkReading.UnsupportedShape(SampleContext.ENVIRONMENT, Results.problem("LINK_SHAPE")));
        return world.start();
    }

    private static World failed() {
        World world = new World(World.oneFilter().build());
        world.superset.recover(link -> new Recovery.Failed(Results.problem("TIMED_OUT")));
        return world.start();
    }

    private static World accepted() {
        return started().step(c -> new AcceptFinding(c, new FindingId("FIELDS_WITHOUT_MEANING"), "known"));
    }

    private static World conflicted() {
        return started().step(a("Region")).step(c -> new ApplySemanticSource(c, dictionary("b.csv", "Area")));
    }

    private static World candidateTaken() {
        World world = conflicted();
        return world.step(c -> new DecideField(
                c, REGION, new DecideField.Choice.Accept(candidates(world).get(0))));
    }

    private static Function<CommandContext, SessionCommand> a(String name) {
        return c -> new ApplySemanticSource(c, dictionary("a.csv", name));
    }

    private static SemanticSource dictionary(String file, String name) {
        return World.csv(file, "field,verbose_name,description", "region," + name + ",Where");
    }

    private static List<SemanticCandidate> candidates(World world) {
        return world.session().semantics().field(REGION).orElseThrow().candidates();
    }

    private static World asking(ScriptedStore store) {
        return new World(World.twoVariables().build(), store, true).start();
    }

    private static World deferred() {
        World world = asking(new ScriptedStore());
        while (world.session().clarification().active() != null) {
            QuestionId asked = Objects.requireNonNull(
                            world.session().clarification().active())
                    .id();
            world.step(c -> new DeferQuestion(c, asked, "ask sales"));
        }
        return world;
    }

    private static World failedLaunch() {
        World world = World.readyToLaunch();
        world.superset.launch(sql -> new LaunchOutcome.Failed(Results.problem("SQL_LAB_SAID_NO")));
        return world.launch();
    }

    private static World approvedAnew(World world) {
        world.clock.advance(Duration.ofSeconds(1));
        return world.approveAll().step(RequestPreview::new);
    }

    private static UiState saving() {
        ScriptedStore store = new ScriptedStore();
        World world = asking(store);
        store.next(End.STORED, End.LOST);
        crash(() -> world.attempt(
                World.ANN,
                c -> new AnswerQuestion(
                        c, world.session().clarification().open().get(0).id(), "EMEA")));
        return UiState.of(world.reload().view());
    }

    private static UiState importing() {
        World world = new World(World.oneFilter().build());
        UiState[] seen = new UiState[1];
        world.superset.recover(link -> {
            var session = world.core
                    .list(World.ANN, SessionQuery.DEFAULT)
                    .sessions()
                    .get(0)
                    .header()
                    .id();
            seen[0] = UiState.of(world.core.find(World.ANN, session).orElseThrow());
            return new Recovery.Recovered(World.oneFilter().build());
        });
        world.start();
        return seen[0];
    }

    private static UiState pending() {
        World world = started();
        UiState[] seen = new UiState[1];
        world.superset.compile(inputs -> {
            seen[0] = UiState.of(world.reload().view());
            return failure();
        });
        world.step(RequestPreview::new);
        return seen[0];
    }

    private static Compilation failure() {
        return new Compilation.Failed(List.of(Results.problem("BROKEN")));
    }

    private static World previewed(Compilation compilation) {
        World world = started().approveAll();
        world.superset.compile(inputs -> compilation);
        return world.step(RequestPreview::new);
    }

    private static World handedOff() {
        World world = previewed(new Compilation.NotCarried(List.of(Results.problem("NOT_CARRIED"))));
        return world.step(HandOffLaunch::new);
    }

    private static World refused() {
        World world = World.readyToLaunch();
        world.superset.launch(sql -> new LaunchOutcome.Refused(Results.problem("REFUSED")));
        return world.launch();
    }

    private static void crash(Runnable step) {
        try {
            step.run();
        } catch (Crash expected) {
            return;
        }
        throw new AssertionError("the store did not crash");
    }
}
