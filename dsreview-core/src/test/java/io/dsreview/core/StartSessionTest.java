package io.dsreview.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.api.command.LifecycleCommand.ResumeSession;
import io.dsreview.api.command.RecoveryCommand;
import io.dsreview.api.command.SessionSource;
import io.dsreview.api.command.StartSession;
import io.dsreview.api.error.Problem;
import io.dsreview.api.error.ProblemText;
import io.dsreview.api.finding.Finding;
import io.dsreview.api.finding.Severity;
import io.dsreview.api.id.EnvironmentId;
import io.dsreview.api.id.IdempotencyKey;
import io.dsreview.api.session.RecommendedAction;
import io.dsreview.api.session.Recovery.Phase;
import io.dsreview.api.session.ReviewView;
import io.dsreview.api.session.SessionEvent;
import io.dsreview.api.session.SessionQuery;
import io.dsreview.api.superset.LinkReading;
import io.dsreview.api.superset.RecoveryItem;
import io.dsreview.api.superset.SupersetContextExtractor.Recovery;
import io.dsreview.api.superset.SupersetLink;
import io.dsreview.core.finding.ReviewProblem;
import io.dsreview.test.superset.FakeSuperset;
import io.dsreview.test.superset.SampleContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StartSessionTest {

    private final ScriptedStore store = new ScriptedStore();

    record Opening(String what, SampleContext context, Consumer<FakeSuperset> superset, RecommendedAction next) {
        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Opening> openings() {
        return Stream.of(
                new Opening(
                        "nothing to decide",
                        new SampleContext().dataset(7),
                        superset -> {},
                        RecommendedAction.REQUEST_PREVIEW),
                new Opening("a filter", World.oneFilter(), superset -> {}, RecommendedAction.DECIDE_MAPPING),
                new Opening(
                        "a required variable", World.twoVariables(), superset -> {}, RecommendedAction.ANSWER_QUESTION),
                new Opening(
                        "two datasets",
                        new SampleContext().dataset(7).dataset(8),
                        superset -> {},
                        RecommendedAction.ANSWER_QUESTION),
                new Opening(
                        "something required was not recovered",
                        new SampleContext()
                                .dataset(7)
                                .unresolved("state", RecoveryItem.Kind.STATE, true, Results.problem("STATE_GONE")),
                        superset -> {},
                        RecommendedAction.RESOLVE_RECOVERY_ITEM),
                new Opening("no dataset", new SampleContext(), superset -> {}, RecommendedAction.RESOLVE_FINDING),
                new Opening(
                        "a failing recovery",
                        World.oneFilter(),
                        superset -> superset.recover(link -> new Recovery.Failed(Results.problem("TIMED_OUT"))),
                        RecommendedAction.RECOVER_AGAIN),
                new Opening(
                        "an unsupported shape",
                        World.oneFilter(),
                        superset -> superset.read(pasted -> new LinkReading.UnsupportedShape(
                                SampleContext.ENVIRONMENT, Results.problem("LINK_SHAPE"))),
                        RecommendedAction.START_WITH_ANOTHER_LINK));
    }

    @ParameterizedTest
    @MethodSource("openings")
    void OR1_startGivesTheStoredSessionWithItsNextAction(Opening opening) {
        World world = new World(opening.context().build(), store, true);
        opening.superset().accept(world.superset);

        ReviewView started = Results.accepted(world.execute(new StartSession(World.ANN, null, World.LINK)))
                .view();

        assertThat(started.readiness().next()).isEqualTo(opening.next());
        assertThat(world.core(true).find(World.ANN, started.session().header().id()))
                .contains(started);
    }

    @Test
    void OR1_resumeOfASoundSessionGivesItAsItIs() {
        World world = new World(World.oneFilter().build(), store, true).start();
        int commits = store.commits().size();

        var resumed = Results.duplicate(world.attempt(World.ANN, ResumeSession::new));

        assertThat(resumed.view()).isEqualTo(world.view());
        assertThat(resumed.view().readiness().next()).isEqualTo(RecommendedAction.DECIDE_MAPPING);
        assertThat(store.commits()).hasSize(commits);
    }

    @Nested
    class AStartFromADataset {

        private final World world = new World(new SampleContext().dataset(7).build(), store, true);
        private final List<String> read = new ArrayList<>();
        private final List<SupersetLink> recovered = new ArrayList<>();

        AStartFromADataset() {
            world.superset.read(pasted -> {
                read.add(pasted);
                return new LinkReading.Supported(new SupersetLink.Dataset(SampleContext.ENVIRONMENT, 7, Map.of()));
            });
            world.superset.recover(link -> {
                recovered.add(link);
                return new Recovery.Recovered(new SampleContext().dataset(7).build());
            });
        }

        @Test
        void OR1_recoversThatDatasetWithoutFilters() {
            world.keep(world.core.startSession(World.ANN, SampleContext.ENVIRONMENT, 7));

            assertThat(read).containsExactly("https://superset.test/dataset/7");
            assertThat(recovered).containsExactly(new SupersetLink.Dataset(SampleContext.ENVIRONMENT, 7, Map.of()));
            assertThat(world.session().intake().pastedLink()).isEqualTo("https://superset.test/dataset/7");
            assertThat(world.session().recovery().dataset()).isPresent();
            assertThat(world.view().readiness().next()).isEqualTo(RecommendedAction.REQUEST_PREVIEW);
        }

        @Test
        void OR2_isRefusedForAnEnvironmentThatNobodyConfigured() {
            var result = world.core.startSession(World.ANN, new EnvironmentId("nowhere"), 7);

            assertThat(Results.codes(result)).containsExactly("ENVIRONMENT_UNKNOWN");
            assertThat(read).isEmpty();
            assertThat(store.commits()).isEmpty();
        }

        @Test
        void isRepeatableUnderItsKeyAndIsNotTheStartFromItsLink() {
            IdempotencyKey key = new IdempotencyKey("k");
            SessionSource dataset = new SessionSource.Dataset(SampleContext.ENVIRONMENT, 7);
            Results.accepted(world.execute(new StartSession(World.ANN, key, dataset)));

            Results.duplicate(world.execute(new StartSession(World.ANN, key, dataset)));
            assertThat(Results.codes(
                            world.execute(new StartSession(World.ANN, key, "https://superset.test/dataset/7"))))
                    .containsExactly("IDEMPOTENCY_KEY_REUSED");
        }
    }

    @Nested
    class OR2_aStartThatIsRefused {

        record Refusal(String what, String link, Consumer<FakeSuperset> superset, String code) {
            @Override
            public String toString() {
                return what;
            }
        }

        static Stream<Refusal> refusals() {
            return Stream.of(
                    new Refusal("no text at all", null, superset -> {}, "INPUT_BLANK"),
                    new Refusal("an empty text", "", superset -> {}, "INPUT_BLANK"),
                    new Refusal("white space", " \t\n", superset -> {}, "INPUT_BLANK"),
                    new Refusal(
                            "an unknown environment",
                            "https://elsewhere.test/",
                            superset -> superset.read(
                                    pasted -> new LinkReading.Refused(Results.problem("ENVIRONMENT_UNKNOWN"))),
                            "ENVIRONMENT_UNKNOWN"),
                    new Refusal(
                            "an environment that does not answer",
                            World.LINK,
                            superset -> superset.unreachable(Results.problem("ENVIRONMENT_UNREACHABLE")),
                            "ENVIRONMENT_UNREACHABLE"),
                    new Refusal(
                            "an unsupported shape in an environment that does not answer",
                            World.LINK,
                            superset -> {
                                superset.read(pasted -> new LinkReading.UnsupportedShape(
                                        SampleContext.ENVIRONMENT, Results.problem("LINK_SHAPE")));
                                superset.unreachable(Results.problem("ENVIRONMENT_UNREACHABLE"));
                            },
                            "ENVIRONMENT_UNREACHABLE"),
                    new Refusal(
                            "a reader that breaks",
                            World.LINK,
                            superset -> superset.read(pasted -> {
                                throw new IllegalStateException("broken reader");
                            }),
                            "INTERRUPTED"));
        }

        @ParameterizedTest
        @MethodSource("refusals")
        void storesNothingAndTellsTheHost(Refusal refusal) {
            World world = new World(World.oneFilter().build(), store, true);
            refusal.superset().accept(world.superset);

            var result = world.execute(new StartSession(World.ANN, null, refusal.link()));

            assertThat(Results.codes(result)).containsExactly(refusal.code());
            assertThat(store.commits()).isEmpty();
            assertThat(world.core.list(World.ADA, SessionQuery.DEFAULT).sessions())
                    .isEmpty();
            assertThat(world.heard)
                    .extracting(SessionEvent::session, SessionEvent::type, event -> event.data()
                            .get("codes"))
                    .containsExactly(Tuple.tuple(null, SessionEvent.Type.REFUSED, refusal.code()));
        }
    }

    @Nested
    class OR3_aSourceWithoutADataset {

        @Test
        void opensASessionWhoseBlockingFindingSaysWhatIsMissing() {
            World world = new World(new SampleContext().build(), store, true).start();

            List<Finding> blocking =
                    world.session().findings().stream().filter(Finding::blocks).toList();

            assertThat(blocking)
                    .extracting(finding ->
                            ProblemText.of(finding.problem(), Locale.ENGLISH).message())
                    .containsExactly("The link touches no dataset that can be read.");
            assertThat(world.clauses()).contains("L3");
        }

        @Test
        void opensASessionForAShapeThatIsNotSupported() {
            World world = new World(World.oneFilter().build(), store, true);
            Problem why = Results.problem("LINK_SHAPE");
            world.superset.read(pasted -> new LinkReading.UnsupportedShape(SampleContext.ENVIRONMENT, why));

            world.start();

            assertThat(world.session().recovery().phase()).isEqualTo(Phase.UNSUPPORTED);
            assertThat(world.session().findings())
                    .extracting(Finding::severity, Finding::problem)
                    .containsExactly(Tuple.tuple(Severity.BLOCKING, why.about("link")));
            assertThat(world.superset.compiled()).isEmpty();
            assertThat(Results.codes(world.attempt(World.ANN, RecoveryCommand.RecoverContext::new)))
                    .containsExactly(ReviewProblem.NOTHING_TO_RECOVER.code());
        }

        @Test
        void keepsAFailedRecoveryAsABlockingFindingUntilItSucceeds() {
            World world = new World(World.oneFilter().build(), store, true);
            world.superset.recover(link -> new Recovery.Failed(Results.problem("TIMED_OUT")));
            world.start();
            assertThat(world.clauses()).contains("L2", "L3");

            world.superset.recover(
                    link -> new Recovery.Recovered(World.oneFilter().build()));
            world.step(RecoveryCommand.RecoverContext::new);

            assertThat(world.session().recovery().phase()).isEqualTo(Phase.RECOVERED);
            assertThat(world.clauses()).containsExactly("L5", "L6");
        }
    }
}
