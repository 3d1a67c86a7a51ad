package io.dsreview.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dsreview.api.access.AccessPolicy;
import io.dsreview.api.command.ClarificationCommand.AnswerQuestion;
import io.dsreview.api.command.CommandContext;
import io.dsreview.api.command.ExecutionCommand.Launch;
import io.dsreview.api.command.ExecutionCommand.RequestPreview;
import io.dsreview.api.command.LifecycleCommand.ResumeSession;
import io.dsreview.api.command.MappingCommand.DecideMappings;
import io.dsreview.api.command.MappingCommand.SetTemplateValue;
import io.dsreview.api.command.RecoveryCommand.RecoverContext;
import io.dsreview.api.command.SessionCommand;
import io.dsreview.api.command.StartSession;
import io.dsreview.api.execution.LaunchOutcome;
import io.dsreview.api.execution.PreviewStatus;
import io.dsreview.api.id.IdempotencyKey;
import io.dsreview.api.id.QuestionId;
import io.dsreview.api.id.VariableId;
import io.dsreview.api.ledger.Verification;
import io.dsreview.api.session.Recovery.Phase;
import io.dsreview.api.session.ReviewSession;
import io.dsreview.api.session.SessionEvent;
import io.dsreview.api.session.SessionQuery;
import io.dsreview.api.store.ReviewStore.History;
import io.dsreview.api.store.SessionCommit;
import io.dsreview.core.ScriptedStore.Crash;
import io.dsreview.core.ScriptedStore.End;
import io.dsreview.core.decision.RecoveryTerms;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AtomicityTest {

    /** After this nobody can be waiting for Superset's answer any more. */
    private static final Duration GIVEN_UP = Duration.ofMinutes(10);

    private static final VariableId REGION = new VariableId("url_param:region");

    private final ScriptedStore store = new ScriptedStore();

    /** A command that is accepted, and what it is done on. */
    record Step(Function<ScriptedStore, World> given, Commands.Kind command) {

        /** The command as the world takes it: a launch names what was shown there. */
        Function<CommandContext, SessionCommand> in(World world) {
            return command.type() == Launch.class ? world::launching : command.make();
        }

        @Override
        public String toString() {
            return command.name();
        }
    }

    static List<Step> steps() {
        return Commands.all().stream()
                .filter(kind -> given(kind) != null)
                .map(kind -> new Step(given(kind), kind))
                .toList();
    }

    private static Function<ScriptedStore, World> given(Commands.Kind kind) {
        return switch (kind.name()) {
            case "CancelSession", "ChooseTarget", "DecideField", "DecideMappings", "ApplySemanticSource" ->
                World::readyToLaunch;
            case "OverrideMapping", "RequestPreview", "RecoverContext", "Launch" -> World::readyToLaunch;
            case "SetTemplateValue" -> store -> new World(World.twoVariables().build(), store, true).start();
            case "AcceptTemplateValue" ->
                store -> new World(
                                World.twoVariables().urlParameter("region", "x").build(), store, true)
                        .start();
            default -> null;
        };
    }

    @Nested
    class OR12_aTransition {

        @ParameterizedTest
        @MethodSource("io.dsreview.core.AtomicityTest#steps")
        void leavesNothingBehindIfTheProcessDiesBeforeItsCommit(Step step) {
            World world = step.given().apply(store);
            ReviewSession before = world.session();
            History history = store.history(before.header().tenant(), world.id());
            world.heard.clear();
            store.next(End.LOST);

            assertThatThrownBy(() -> world.attempt(World.ANN, step.in(world))).isInstanceOf(Crash.class);

            assertThat(world.reload().session()).isEqualTo(before);
            assertThat(store.history(before.header().tenant(), world.id())).isEqualTo(history);
            assertThat(world.heard).isEmpty();
        }

        @ParameterizedTest
        @MethodSource("io.dsreview.core.AtomicityTest#steps")
        void isDecidedAnewIfTheStoreRefusesIt(Step step) {
            World world = step.given().apply(store);
            World expected = step.given().apply(new ScriptedStore());
            store.next(End.REFUSED, End.REFUSED, End.STORED, End.REFUSED);

            world.step(step.in(world));
            expected.step(step.in(expected));

            assertThat(world.session().header().version())
                    .isEqualTo(expected.session().header().version());
            assertThat(world.superset.launched()).hasSameSizeAs(expected.superset.launched());
            assertThat(world.reload().session().header().version())
                    .isEqualTo(expected.session().header().version());
        }

        @ParameterizedTest
        @MethodSource("io.dsreview.core.AtomicityTest#steps")
        void emitsWhatItStored(Step step) {
            World world = step.given().apply(store);
            int known = store.commits().size();
            world.heard.clear();

            world.step(step.in(world));

            List<SessionCommit> commits =
                    store.commits().subList(known, store.commits().size());
            assertThat(commits).isNotEmpty().allSatisfy(commit -> {
                assertThat(commit.events()).isNotEmpty();
                assertThat(commit.entries()).hasSameSizeAs(commit.events());
                assertThat(commit.events()).allSatisfy(event -> {
                    assertThat(event.session()).isEqualTo(world.id());
                    assertThat(event.version())
                            .isEqualTo(commit.header().session().version());
                });
            });
            assertThat(world.heard)
                    .isEqualTo(commits.stream()
                            .flatMap(commit -> commit.events().stream())
                            .toList());
            assertThat(world.core.events(World.ANN, world.id())).endsWith(world.heard.toArray(SessionEvent[]::new));
        }

        @Test
        void isHeardInOrderFromStartToLaunch() {
            World world = World.readyToLaunch(store).launch();

            assertThat(world.heard)
                    .extracting(SessionEvent::type)
                    .containsExactly(
                            SessionEvent.Type.SESSION_STARTED,
                            SessionEvent.Type.RECOVERY_ENDED,
                            SessionEvent.Type.MAPPING_DECIDED,
                            SessionEvent.Type.PREVIEW_REQUESTED,
                            SessionEvent.Type.PREVIEW_ENDED,
                            SessionEvent.Type.LAUNCH_INTENDED,
                            SessionEvent.Type.LAUNCH_ENDED);
            assertThat(world.core.events(World.ANN, world.id())).isEqualTo(world.heard);
        }

        @Test
        void isTheSameWhetherTheHostListensOrBreaks() {
            World world = new World(World.oneFilter().build(), store, true);
            ReviewCore core = world.core(AccessPolicy.byRole(), true, event -> {
                throw new IllegalStateException("broken listener");
            });

            world.keep(core.execute(new StartSession(World.ANN, null, World.LINK)));
            world.keep(core.execute(new RequestPreview(world.context(World.ANN))));
            Results.rejected(core.execute(world.launching(world.context(World.ANN))));

            assertThat(world.session().execution().readyPreview()).isPresent();
            assertThat(core.verifyLedger(World.ANN, world.id()))
                    .hasValueSatisfying(found -> assertThat(found.isVerified()).isTrue());
            assertThat(world.heard).isEmpty();
        }

        @Test
        void givesUpOnAStoreThatRefusesForEver() {
            World world = World.readyToLaunch(store);
            End[] always = new End[100];
            Arrays.fill(always, End.REFUSED);
            store.next(always);

            assertThatThrownBy(() -> world.attempt(World.ANN, RequestPreview::new))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("100 commits in a row")
                    .hasMessageContaining("check that the store compares version and ledger position");
        }

        @Test
        void givesUpOnARefusalThatCannotBeRecorded() {
            World world = World.readyToLaunch(store);
            End[] always = new End[100];
            Arrays.fill(always, End.REFUSED);
            store.next(always);

            assertThatThrownBy(() -> world.attempt(World.ANN, context -> new DecideMappings(context, List.of(), true)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("100 commits in a row");
        }

        @Test
        void givesUpOnAnEffectsResultThatIsRefusedForEver() {
            World world = World.readyToLaunch(store);
            End[] script = new End[101];
            Arrays.fill(script, End.REFUSED);
            script[0] = End.STORED;
            store.next(script);

            assertThatThrownBy(() -> world.attempt(World.ANN, RequestPreview::new))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("the result of Compile could not be stored in 100 attempts")
                    .hasMessageContaining("resume the session");
        }
    }

    @Nested
    class OR12_aLostAcknowledgement {

        @Test
        void isMadeGoodByRepeatingTheCommandWithItsKey() {
            World world = new World(World.twoVariables().build(), store, true).start();
            CommandContext keyed = new CommandContext(
                    World.ANN, world.id(), world.session().header().version(), new IdempotencyKey("k1"));
            SessionCommand command = new SetTemplateValue(keyed, REGION, "EMEA");
            store.next(End.STORED_UNHEARD);
            assertThatThrownBy(() -> world.execute(command)).isInstanceOf(Crash.class);
            int commits = store.commits().size();

            var repeated = Results.duplicate(world.core(true).execute(command));

            assertThat(repeated.version()).isEqualTo(keyed.expectedVersion() + 1);
            assertThat(store.commits()).hasSize(commits);
        }
    }

    @Nested
    class OR4_whatACrashLeftHalfDone {

        @Test
        void isARecoveryThatResumingTriesAgain() {
            World world = new World(World.oneFilter().build(), store, true);
            store.next(End.STORED, End.LOST);
            assertThatThrownBy(() -> world.execute(new StartSession(World.ANN, null, World.LINK)))
                    .isInstanceOf(Crash.class);
            var left = world.core
                    .list(World.ANN, SessionQuery.DEFAULT)
                    .sessions()
                    .get(0)
                    .header();
            assertThat(store.states().get(0).recovery().phase()).isEqualTo(Phase.RUNNING);
            world.clock.advance(RecoveryTerms.DEFAULT.lease());

            world.keep(world.core(true)
                    .execute(new ResumeSession(new CommandContext(World.ANN, left.id(), left.version(), null))));

            assertThat(world.session().recovery().phase()).isEqualTo(Phase.RECOVERED);
            assertThat(world.session().mappings()).hasSize(1);
        }

        @Test
        void isAPreviewThatResumingFails() {
            World world = new World(World.oneFilter().build(), store, true).start();
            store.next(End.STORED, End.LOST);
            assertThatThrownBy(() -> world.attempt(World.ANN, RequestPreview::new))
                    .isInstanceOf(Crash.class);

            world.clock.advance(GIVEN_UP);
            world.reload().step(ResumeSession::new);

            var preview = world.session().execution().preview().orElseThrow();
            assertThat(preview.status()).isEqualTo(PreviewStatus.FAILED);
            assertThat(preview.diagnostics())
                    .extracting(problem -> problem.code())
                    .containsExactly("INTERRUPTED");
            assertThat(world.clauses()).contains("L6");
        }

        @Test
        void resumesOnceAndThenHasNothingLeft() {
            World world = new World(World.oneFilter().build(), store, true).start();
            store.next(End.STORED, End.LOST);
            assertThatThrownBy(() -> world.attempt(World.ANN, RequestPreview::new))
                    .isInstanceOf(Crash.class);

            world.clock.advance(GIVEN_UP);
            world.reload().step(ResumeSession::new);

            Results.duplicate(world.attempt(World.ANN, ResumeSession::new));
        }
    }

    /** Where the process dies during a launch, and how often Superset has heard of it by then. */
    record Death(String when, List<End> script, int sent) {
        @Override
        public String toString() {
            return when;
        }
    }

    static List<Death> deaths() {
        return List.of(
                new Death("after the intent was stored, before it knows", List.of(End.STORED_UNHEARD), 0),
                new Death("after it was sent, before the result is stored", List.of(End.STORED, End.LOST), 1));
    }

    @ParameterizedTest
    @MethodSource("deaths")
    void OR10_aLaunchThatACrashCutOffBecomesUnknownAndIsNeverSentAgain(Death death) {
        World world = World.readyToLaunch(store);
        world.superset.lookUp(launch -> new LaunchOutcome.Unknown(Results.problem("NOT_IN_HISTORY")));
        store.next(death.script().toArray(End[]::new));
        assertThatThrownBy(() -> world.attemptLaunch(World.ANN)).isInstanceOf(Crash.class);
        assertThat(world.superset.launched()).hasSize(death.sent());
        World restarted = world.reload();
        assertThat(Results.codes(restarted.attemptLaunch(World.ANN))).containsExactly("LAUNCH_UNDER_WAY");

        restarted.step(ResumeSession::new);

        assertThat(restarted.session().execution().lastLaunch().orElseThrow().outcome())
                .as("somebody may still wait for it")
                .isNull();
        world.clock.advance(GIVEN_UP);
        restarted.step(ResumeSession::new);

        var attempt = restarted.session().execution().lastLaunch().orElseThrow();
        assertThat(attempt.outcome()).isInstanceOfSatisfying(LaunchOutcome.Unknown.class, unknown -> {
            assertThat(unknown.problem().code()).isEqualTo("LAUNCH_INTERRUPTED");
            assertThat(unknown.problem().arguments())
                    .containsEntry("clientId", attempt.intent().clientId());
        });
        assertThat(restarted.step(ResumeSession::new).session().execution().launches())
                .containsExactly(attempt);
        assertThat(Results.rejected(restarted.attemptLaunch(World.ANN)).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.arguments()).containsEntry("outcome", "Unknown"));
        assertThat(world.superset.launched()).hasSize(death.sent());
        assertThat(world.core.verifyLedger(World.ANN, world.id()).orElseThrow())
                .isInstanceOf(Verification.Verified.class);
    }

    @Test
    void OR10_aDefiniteEndThatArrivesAfterResumingReplacesUnknown() {
        World world = World.readyToLaunch(store);
        ReviewCore other = world.core(true);
        world.superset.launch(sql -> {
            var stored =
                    other.find(World.ANN, world.id()).orElseThrow().session().header();
            Results.accepted(other.execute(
                    new ResumeSession(new CommandContext(World.ANN, stored.id(), stored.version(), null))));
            return new LaunchOutcome.Failed(Results.problem("SQL_LAB_SAID_NO"));
        });

        world.launch();

        assertThat(world.session().execution().launches())
                .singleElement()
                .satisfies(attempt -> assertThat(attempt.outcome()).isInstanceOf(LaunchOutcome.Failed.class));
    }

    @Test
    void OR6_anAnswerAndItsConsequencesAreTwoTransitions() {
        World world = new World(World.twoVariables().build(), store, true).start();
        long version = world.session().header().version();

        world.step(context -> new AnswerQuestion(context, new QuestionId("VARIABLE_VALUE:url_param:floor"), "100"));

        assertThat(world.session().header().version()).isEqualTo(version + 2);
    }

    @Test
    void OR12_aRecoveryThatRepeatsNothingIsHarmless() {
        World world = World.readyToLaunch(store);

        world.step(RecoverContext::new);

        assertThat(world.session().recovery().phase()).isEqualTo(Phase.RECOVERED);
        assertThat(world.clauses()).isEmpty();
    }
}
