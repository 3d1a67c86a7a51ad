package io.dsreview.core;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.api.command.CommandResult;
import io.dsreview.api.command.ExecutionCommand.ChooseTarget;
import io.dsreview.api.command.ExecutionCommand.RequestPreview;
import io.dsreview.api.command.LifecycleCommand.ResumeSession;
import io.dsreview.api.command.MappingCommand.AcceptTemplateValue;
import io.dsreview.api.command.MappingCommand.DecideMappings;
import io.dsreview.api.command.MappingCommand.OverrideMapping;
import io.dsreview.api.command.MappingCommand.SetTemplateValue;
import io.dsreview.api.command.RecoveryCommand.RecoverContext;
import io.dsreview.api.command.RecoveryCommand.ResolveRecoveryItem;
import io.dsreview.api.command.SemanticCommand.ApplySemanticSource;
import io.dsreview.api.command.SemanticCommand.DecideField;
import io.dsreview.api.error.Problem;
import io.dsreview.api.execution.CompiledPreview;
import io.dsreview.api.execution.DatasetRevision;
import io.dsreview.api.execution.EffectiveInputs;
import io.dsreview.api.execution.ExecutionTarget.DatasetRows;
import io.dsreview.api.execution.PreviewStatus;
import io.dsreview.api.finding.Finding;
import io.dsreview.api.finding.FindingStatus;
import io.dsreview.api.id.FieldId;
import io.dsreview.api.id.FilterId;
import io.dsreview.api.id.MappingId;
import io.dsreview.api.id.RecoveryItemId;
import io.dsreview.api.id.VariableId;
import io.dsreview.api.mapping.FilterOrigin;
import io.dsreview.api.mapping.FilterValue;
import io.dsreview.api.mapping.ImportedFilter;
import io.dsreview.api.mapping.TemplateVariable;
import io.dsreview.api.mapping.VariableKind;
import io.dsreview.api.session.PreviewState;
import io.dsreview.api.session.RecommendedAction;
import io.dsreview.api.session.ReviewSession;
import io.dsreview.api.superset.RecoveredContext;
import io.dsreview.api.superset.RecoveryItem;
import io.dsreview.api.superset.SupersetCompilationAdapter.Compilation;
import io.dsreview.api.superset.SupersetCompilationAdapter.RevisionReading;
import io.dsreview.api.superset.SupersetContextExtractor.Recovery;
import io.dsreview.test.superset.SampleContext;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PreviewTest {

    private static final VariableId REGION = VariableKind.URL_PARAM.variable("region");
    private static final VariableId OPTIONAL = VariableKind.URL_PARAM.variable("optional");
    private static final MappingId STATUS = new MappingId("F-status->column:status");

    private final ScriptedStore store = new ScriptedStore();

    @Nested
    class OR7_aPreview {

        @Test
        void needsACandidateForEveryRequiredVariableAndNamesAllThatLackOne() {
            World world = new World(World.twoVariables().build(), store, true).start();
            int commits = world.session().execution().previews().size();

            CommandResult result = world.attempt(World.ANN, RequestPreview::new);

            assertThat(Results.rejected(result).problems())
                    .extracting(Problem::code, Problem::target)
                    .containsExactly(
                            Tuple.tuple("VARIABLE_WITHOUT_VALUE", "url_param:region"),
                            Tuple.tuple("VARIABLE_WITHOUT_VALUE", "url_param:floor"));
            assertThat(world.superset.compiled()).isEmpty();
            assertThat(world.reload().session().execution().previews()).hasSize(commits);
        }

        @Test
        void takesAValueOfTheLinkAsACandidateAlthoughNobodyApprovedIt() {
            World world = new World(World.twoVariables()
                            .urlParameter("region", "EMEA")
                            .urlParameter("floor", "1")
                            .build())
                    .start()
                    .approveAll();

            world.step(RequestPreview::new);

            assertThat(preview(world).inputs().urlParameters())
                    .containsOnly(Assertions.entry("region", "EMEA"), Assertions.entry("floor", "1"));
            assertThat(world.clauses()).containsExactly("L4");
        }

        @Test
        void takesAnExplicitlyAcceptedDefaultButNotADefaultThatNobodyAccepted() {
            World world = new World(new SampleContext()
                            .dataset(7, TemplateVariable.of(VariableKind.URL_PARAM, "region", true, "all"))
                            .build())
                    .start();
            assertThat(Results.codes(world.attempt(World.ANN, RequestPreview::new)))
                    .containsExactly("VARIABLE_WITHOUT_VALUE");

            world.step(context -> new AcceptTemplateValue(context, REGION)).step(RequestPreview::new);

            assertThat(world.view().readiness().preview()).isEqualTo(PreviewState.READY);
            assertThat(preview(world).inputs().urlParameters()).isEmpty();
            assertThat(world.clauses()).isEmpty();
        }

        @Test
        void isStoredAsPendingBeforeSupersetIsAsked() {
            World world = new World(World.oneFilter().build(), store, true).start();
            world.superset.compile(inputs -> {
                ReviewSession stored = store.states().get(store.states().size() - 1);
                assertThat(stored.execution().preview()).hasValueSatisfying(pending -> {
                    assertThat(pending.status()).isEqualTo(PreviewStatus.PENDING);
                    assertThat(pending.inputs()).isEqualTo(inputs);
                });
                return new Compilation.Compiled("SELECT 1", "chart data");
            });

            world.step(RequestPreview::new);

            assertThat(preview(world))
                    .returns(PreviewStatus.READY, CompiledPreview::status)
                    .returns("SELECT 1", CompiledPreview::sql)
                    .returns("chart data", CompiledPreview::channel);
        }

        @Test
        void isWithoutADatasetRefused() {
            World world = new World(new SampleContext().build()).start();

            assertThat(Results.codes(world.attempt(World.ANN, RequestPreview::new)))
                    .containsExactly("DATASET_NOT_CHOSEN");
        }
    }

    @Nested
    class OR7_everyAttemptIsKept {

        record Attempt(Compilation answer, PreviewStatus status, List<Problem> diagnostics, PreviewState shown) {}

        @Test
        void withItsDiagnosticsExactlyAsSupersetGaveThem() {
            Problem column = Results.problem("COLUMN_GONE").about("column:status");
            Problem carried = Results.problem("PREVIEW_INPUT_NOT_CARRIED").about("F-status");
            List<Attempt> attempts = List.of(
                    new Attempt(
                            new Compilation.Failed(List.of(column, carried)),
                            PreviewStatus.FAILED,
                            List.of(column, carried),
                            PreviewState.FAILED),
                    new Attempt(
                            new Compilation.NotCarried(List.of(carried)),
                            PreviewStatus.NOT_CARRIED,
                            List.of(carried),
                            PreviewState.FAILED),
                    new Attempt(
                            new Compilation.Compiled("SELECT 1", "fake"),
                            PreviewStatus.READY,
                            List.of(),
                            PreviewState.READY));
            World world = new World(World.oneFilter().build()).start().approveAll();

            for (Attempt attempt : attempts) {
                world.superset.compile(inputs -> attempt.answer());
                world.step(RequestPreview::new);
                assertThat(world.view().readiness().preview()).isEqualTo(attempt.shown());
            }

            List<CompiledPreview> kept = world.session().execution().previews();
            assertThat(kept)
                    .extracting(CompiledPreview::status)
                    .containsExactly(PreviewStatus.FAILED, PreviewStatus.NOT_CARRIED, PreviewStatus.READY);
            assertThat(kept)
                    .extracting(CompiledPreview::diagnostics)
                    .containsExactly(List.of(column, carried), List.of(carried), List.of());
            assertThat(kept).extracting(CompiledPreview::id).doesNotHaveDuplicates();
        }

        @Test
        void andOneThatIsStillCompiledIsNotGivenUpByWhoeverResumes() {
            World world = new World(World.oneFilter().build()).start().approveAll();
            world.superset.compile(inputs -> {
                world.clock.advance(Duration.ofMinutes(9));
                Results.duplicate(world.reload().attempt(World.ANN, ResumeSession::new));
                return new Compilation.Compiled("SELECT 1", "fake");
            });

            world.step(RequestPreview::new);

            assertThat(preview(world))
                    .returns(PreviewStatus.READY, CompiledPreview::status)
                    .returns("SELECT 1", CompiledPreview::sql);
        }

        @Test
        void andOneThatWasGivenUpStaysFailedWhateverIsAnsweredLater() {
            World world = new World(World.oneFilter().build()).start().approveAll();
            world.superset.compile(inputs -> {
                world.clock.advance(Duration.ofMinutes(10));
                world.reload().step(ResumeSession::new);
                return new Compilation.Compiled("SELECT 1", "fake");
            });

            world.step(RequestPreview::new);

            assertThat(preview(world))
                    .returns(PreviewStatus.FAILED, CompiledPreview::status)
                    .returns(null, CompiledPreview::sql)
                    .extracting(CompiledPreview::diagnostics, as(InstanceOfAssertFactories.list(Problem.class)))
                    .extracting(Problem::code)
                    .containsExactly("INTERRUPTED");
        }

        @Test
        void andAFailedOneLeavesAFindingUntilOneSucceeds() {
            World world = new World(World.oneFilter().build()).start().approveAll();
            world.superset.compile(inputs -> new Compilation.Failed(List.of(Results.problem("COLUMN_GONE"))));
            world.step(RequestPreview::new);
            assertThat(openFindings(world)).contains("PREVIEW_FAILED");
            assertThat(world.view().readiness().next()).isEqualTo(RecommendedAction.REQUEST_PREVIEW);

            world.superset.compile(inputs -> new Compilation.Compiled("SELECT 1", "fake"));
            world.step(RequestPreview::new);

            assertThat(openFindings(world)).doesNotContain("PREVIEW_FAILED");
        }
    }

    @Test
    void SC7_whatSupersetLeavesOutOfAPreviewStaysAWarningUntilTheNextOne() {
        World world = new World(World.oneFilter().build()).start().approveAll();
        Problem leftOut = Results.problem("PREVIEW_INPUT_LEFT_OUT").about("F-status");
        world.superset.compile(inputs -> new Compilation.Compiled("SELECT 1", "fake", List.of(leftOut)));

        world.step(RequestPreview::new);

        assertThat(preview(world).status()).isEqualTo(PreviewStatus.READY);
        assertThat(preview(world).diagnostics()).containsExactly(leftOut);
        assertThat(openFindings(world)).contains("PREVIEW_INPUT_LEFT_OUT");
        assertThat(world.clauses()).isEmpty();

        world.superset.compile(inputs -> new Compilation.Compiled("SELECT 1", "fake"));
        world.step(RequestPreview::new);
        assertThat(openFindings(world)).doesNotContain("PREVIEW_INPUT_LEFT_OUT");
    }

    @Test
    void OR7_aRevisionThatCannotBeReadFailsThePreviewWithoutCompiling() {
        World world = new World(World.oneFilter().build()).start().approveAll();
        Problem gone = Results.problem("DATASET_GONE");
        world.superset.revision(new RevisionReading.Unknown(gone));

        world.step(RequestPreview::new);

        assertThat(preview(world).status()).isEqualTo(PreviewStatus.FAILED);
        assertThat(preview(world).diagnostics()).containsExactly(gone);
        assertThat(world.superset.compiled()).isEmpty();
    }

    @Test
    void SC3_aFailedPreviewRunsNothing() {
        World world = new World(World.oneFilter().build()).start().approveAll();
        world.superset.compile(inputs -> new Compilation.Failed(List.of(Results.problem("COLUMN_GONE"))));

        world.step(RequestPreview::new);

        assertThat(Results.clauses(world.attemptLaunch(World.ANN))).containsExactly("L6");
        assertThat(world.superset.launched()).isEmpty();
    }

    @Test
    void SC2_thePreviewIsCompiledFromTheInputsThatAreFingerprinted() {
        World world = World.readyToLaunch();

        EffectiveInputs asked = world.superset.compiled().get(0);

        assertThat(preview(world).inputs()).isEqualTo(asked);
        assertThat(preview(world).fingerprint()).isEqualTo(asked.fingerprint());
        assertThat(asked.target())
                .isEqualTo(new DatasetRows(
                        List.of(new FieldId("region"), new FieldId("status"), new FieldId("amount")), 1_000));
        assertThat(asked.mappings()).isEqualTo(world.session().mappings());
    }

    @Nested
    class OR9_aPreviewThatNoLongerMatches {

        @Test
        void closesTheGateWithBothFingerprints() {
            World world = World.readyToLaunch();
            String previewed = preview(world).fingerprint().toString();

            world.step(context -> new ChooseTarget(context, new DatasetRows(List.of(new FieldId("region")), 10)));

            var unmet = Results.rejected(world.attemptLaunch(World.ANN)).unmet();
            assertThat(unmet).singleElement().satisfies(clause -> {
                assertThat(clause.clause().id()).isEqualTo("L7");
                assertThat(clause.subjects())
                        .containsExactly(
                                "previewed " + previewed,
                                "now " + world.view().readiness().currentInputs());
            });
            assertThat(world.superset.launched()).isEmpty();
        }

        @Test
        void becauseItsRelativeRangeIsAnHourOldClosesTheGate() {
            World world = new World(new SampleContext()
                            .dataset(7)
                            .filter(timeFilter("Last week"))
                            .build())
                    .start()
                    .approveAll()
                    .step(RequestPreview::new);
            world.clock.advance(Duration.ofHours(1).minusNanos(1_000));
            assertThat(world.reload().clauses()).isEmpty();

            world.clock.advance(Duration.ofNanos(1_000));

            assertThat(world.reload().clauses()).containsExactly("L7");
            assertThat(Results.clauses(world.attemptLaunch(World.ANN))).containsExactly("L7");
        }

        @Test
        void neverHappensByTimeAloneIfAllRangesAreAbsolute() {
            World world = new World(new SampleContext()
                            .dataset(7)
                            .filter(timeFilter("2026-01-01 : 2026-02-01"))
                            .build())
                    .start()
                    .approveAll()
                    .step(RequestPreview::new);

            world.clock.advance(Duration.ofDays(365));

            assertThat(world.reload().clauses()).isEmpty();
        }
    }

    /** Something done after a preview was ready. */
    record Change(String what, Consumer<World> change) {
        @Override
        public String toString() {
            return what;
        }
    }

    @Nested
    class MP5_thePreviewIsStaleAtOnce {

        static Stream<Change> changes() {
            return Stream.of(
                    new Change(
                            "a variable got another value",
                            world -> world.step(context -> new SetTemplateValue(context, REGION, "APAC"))),
                    new Change(
                            "a variable got its first value",
                            world -> world.step(context -> new SetTemplateValue(context, OPTIONAL, "x"))),
                    new Change(
                            "a mapping got another value",
                            world -> world.step(context -> new OverrideMapping(context, STATUS, List.of("open")))),
                    new Change("a mapping got another value and its old one again", world -> world.step(
                                    context -> new OverrideMapping(context, STATUS, List.of("open")))
                            .step(context -> new OverrideMapping(context, STATUS, List.of("paid")))),
                    new Change(
                            "a mapping was rejected",
                            world -> world.step(context -> new DecideMappings(context, List.of(STATUS), false))),
                    new Change("fewer columns are wanted", world -> target(world, 1_000, "region")),
                    new Change(
                            "the columns are in another order",
                            world -> target(world, 1_000, "status", "region", "amount")),
                    new Change("fewer rows are wanted", world -> target(world, 999, "region", "status", "amount")),
                    new Change("the dataset was changed", world -> recoverAgain(world, "2", "paid")),
                    new Change("a filter has another value", world -> recoverAgain(world, "1", "open")),
                    new Change(
                            "an item of the recovery got values",
                            world -> world.step(context -> new ResolveRecoveryItem(
                                    context, new RecoveryItemId("filter:F-status"), List.of("open")))));
        }

        @ParameterizedTest
        @MethodSource("changes")
        void whateverChangesTheInputs(Change change) {
            World world = previewed();

            change.change().accept(world);

            assertThat(world.view().readiness().preview()).isEqualTo(PreviewState.STALE);
            assertThat(world.clauses()).contains("L7");
        }

        @Test
        void whenSomebodyElsesRightsApply() {
            World world = previewed();

            world.superset.revision(new RevisionReading.Known(DatasetRevision.of("1", "somebody")));

            assertThat(Results.clauses(world.attemptLaunch(World.ANN))).contains("L7");
        }
    }

    @Nested
    class MP5_thePreviewStaysReady {

        static Stream<Change> changes() {
            return Stream.of(
                    new Change("an approval", World::approveAll),
                    new Change(
                            "the approval of a value",
                            world -> world.step(context -> new AcceptTemplateValue(context, REGION))),
                    new Change(
                            "the acceptance of a default",
                            world -> world.step(context -> new AcceptTemplateValue(context, OPTIONAL))),
                    new Change(
                            "the same value again",
                            world -> world.step(context -> new OverrideMapping(context, STATUS, List.of("paid")))),
                    new Change(
                            "another meaning",
                            world -> world.step(context -> new ApplySemanticSource(
                                    context,
                                    World.csv("a.csv", "field,verbose_name,description", "region,Region,Where")))),
                    new Change(
                            "a lock",
                            world -> world.step(context ->
                                    new DecideField(context, new FieldId("region"), new DecideField.Choice.Lock()))),
                    new Change(
                            "an item of the recovery accepted as absent",
                            world -> world.step(context -> new ResolveRecoveryItem(
                                    context, new RecoveryItemId("filter:F-status"), List.of()))),
                    new Change("a recovery that finds the same", world -> recoverAgain(world, "1", "paid")));
        }

        @ParameterizedTest
        @MethodSource("changes")
        void afterWhatDoesNotChangeTheInputs(Change change) {
            World world = previewed();

            change.change().accept(world);

            assertThat(world.view().readiness().preview()).isEqualTo(PreviewState.READY);
            assertThat(world.clauses()).doesNotContain("L6", "L7");
        }
    }

    private static World previewed() {
        World world = new World(context("1", "paid")).start().step(RequestPreview::new);
        assertThat(world.view().readiness().preview()).isEqualTo(PreviewState.READY);
        return world;
    }

    private static void recoverAgain(World world, String revision, String status) {
        world.superset.recover(link -> new Recovery.Recovered(context(revision, status)));
        world.step(RecoverContext::new);
    }

    private static RecoveredContext context(String revision, String status) {
        RecoveredContext built = new SampleContext()
                .dataset(
                        7,
                        TemplateVariable.of(VariableKind.URL_PARAM, "region", true, null),
                        TemplateVariable.of(VariableKind.URL_PARAM, "optional", false, "none"))
                .filter("F-status", "status", status)
                .urlParameter("region", "EMEA")
                .unresolved("filter:F-status", RecoveryItem.Kind.FILTER, true, Results.problem("STATE_GONE"))
                .build();
        return World.withRevision(built, DatasetRevision.of(revision, SampleContext.IDENTITY));
    }

    private static void target(World world, int rows, String... columns) {
        world.step(context -> new ChooseTarget(
                context, new DatasetRows(Stream.of(columns).map(FieldId::new).toList(), rows)));
    }

    private static ImportedFilter timeFilter(String range) {
        return ImportedFilter.of(
                new FilterId("F-time"),
                "When",
                "filter_time",
                null,
                FilterValue.ofTimeRange(range),
                FilterOrigin.DEFAULT,
                Set.of());
    }

    private static List<String> openFindings(World world) {
        return world.session().findings().stream()
                .filter(finding -> finding.status() == FindingStatus.OPEN)
                .map(Finding::problem)
                .map(Problem::code)
                .toList();
    }

    private static CompiledPreview preview(World world) {
        return world.session().execution().preview().orElseThrow();
    }
}
