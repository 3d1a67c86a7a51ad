package io.dsreview.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.api.canonical.Sha256;
import io.dsreview.api.command.ExecutionCommand.ChooseTarget;
import io.dsreview.api.command.ExecutionCommand.Launch;
import io.dsreview.api.command.ExecutionCommand.RequestPreview;
import io.dsreview.api.command.MappingCommand.AcceptTemplateValue;
import io.dsreview.api.command.MappingCommand.OverrideMapping;
import io.dsreview.api.command.MappingCommand.SetTemplateValue;
import io.dsreview.api.command.RecoveryCommand.RecoverContext;
import io.dsreview.api.error.Problem;
import io.dsreview.api.error.ProblemText;
import io.dsreview.api.execution.DatasetReference;
import io.dsreview.api.execution.DatasetRevision;
import io.dsreview.api.execution.ExecutionTarget.ChartQuery;
import io.dsreview.api.execution.ExecutionTarget.DatasetRows;
import io.dsreview.api.execution.InputFingerprint;
import io.dsreview.api.execution.LaunchIntent;
import io.dsreview.api.execution.LaunchSummary;
import io.dsreview.api.execution.LaunchSummary.Approval;
import io.dsreview.api.execution.LaunchSummary.Value;
import io.dsreview.api.execution.LaunchTerms;
import io.dsreview.api.id.EnvironmentId;
import io.dsreview.api.id.FieldId;
import io.dsreview.api.id.MappingId;
import io.dsreview.api.id.PreviewId;
import io.dsreview.api.id.SessionId;
import io.dsreview.api.id.UserId;
import io.dsreview.api.id.VariableId;
import io.dsreview.api.ledger.LedgerPayload;
import io.dsreview.api.ledger.LedgerRecord;
import io.dsreview.api.superset.SupersetCompilationAdapter.Compilation;
import io.dsreview.api.superset.SupersetCompilationAdapter.RevisionReading;
import io.dsreview.api.superset.SupersetContextExtractor.Recovery;
import io.dsreview.test.superset.SampleContext;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LaunchSummaryTest {

    private static final VariableId REGION = new VariableId("url_param:region");
    private static final VariableId FLOOR = new VariableId("url_param:floor");
    private static final MappingId STATUS = new MappingId("F-status->column:status");

    private static World ready() {
        World world =
                new World(World.twoVariables().urlParameter("region", "EMEA").build()).start();
        return world.step(context -> new AcceptTemplateValue(context, REGION))
                .step(context -> new SetTemplateValue(context, FLOOR, "9"))
                .approveAll()
                .step(RequestPreview::new);
    }

    private static LaunchSummary shown(World world) {
        return Objects.requireNonNull(world.view().readiness().summary());
    }

    @Nested
    class OR15_theSummary {

        @Test
        void saysWhatWouldRunWhereAsWhomWithWhichValuesAndWhoApprovedThem() {
            World world = ready();
            var preview = world.session().execution().readyPreview().orElseThrow();

            LaunchSummary summary = shown(world);

            assertThat(summary.session()).isEqualTo(world.id());
            assertThat(summary.by()).isEqualTo(new UserId("ann"));
            assertThat(summary.environment()).isEqualTo(preview.inputs().environment());
            assertThat(summary.dataset().id()).isEqualTo(7);
            assertThat(summary.revision())
                    .isEqualTo(DatasetRevision.of(SampleContext.REVISION, SampleContext.IDENTITY));
            assertThat(summary.target()).isEqualTo(preview.inputs().target());
            assertThat(summary.preview()).isEqualTo(preview.id());
            assertThat(summary.fingerprint()).isEqualTo(preview.fingerprint());
            assertThat(summary.sql()).isEqualTo(LaunchIntent.hashOf(String.valueOf(preview.sql())));
            assertThat(summary.channel()).isEqualTo("fake");
            assertThat(summary.withoutEffect()).isEmpty();
            assertThat(summary.terms()).isEqualTo(new LaunchTerms(1_000, false, null));
            Approval approval = new Approval(new UserId("ann"), world.clock.instant());
            assertThat(summary.values())
                    .extracting(Value::name, Value::filter, Value::value, Value::origin, Value::approval)
                    .containsExactly(
                            Tuple.tuple("column:status", "F-status", "status IN 'paid'", "DEFAULT", approval),
                            Tuple.tuple("url_param:region", null, "EMEA", "URL", approval),
                            Tuple.tuple("url_param:floor", null, "9", "MANUAL", approval));
        }

        @Test
        void isThereBeforeEverythingIsApprovedAndSaysWhatIsNot() {
            World world = new World(World.oneFilter().build()).start().step(RequestPreview::new);

            assertThat(world.clauses()).containsExactly("L5");
            assertThat(shown(world).values()).singleElement().satisfies(value -> assertThat(value.approval())
                    .isNull());
        }

        @Test
        void isNotThereWithoutAPreviewOfThePresentInputs() {
            World world = new World(World.oneFilter().build()).start();
            assertThat(world.view().readiness().summary()).isNull();

            world.approveAll().step(RequestPreview::new);
            assertThat(world.view().readiness().summary()).isNotNull();

            world.step(context -> new OverrideMapping(context, STATUS, List.of("open")));
            assertThat(world.view().readiness().summary()).isNull();
        }

        @Test
        void isNotThereForAPreviewThatFailed() {
            World world = new World(World.oneFilter().build()).start();
            world.superset.compile(inputs -> new Compilation.Failed(List.of(Results.problem("NO"))));

            world.step(RequestPreview::new);

            assertThat(world.view().readiness().summary()).isNull();
        }
    }

    /** A change that leaves the launch gate open. */
    record Change(String what, Consumer<World> make) {
        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Change> changes() {
        return Stream.of(
                new Change("another value of a filter", world -> world.step(
                                context -> new OverrideMapping(context, STATUS, List.of("open")))
                        .approveAll()
                        .step(RequestPreview::new)),
                new Change("another value of a variable", world -> world.step(
                                context -> new SetTemplateValue(context, FLOOR, "10"))
                        .step(RequestPreview::new)),
                new Change("an approval given anew", world -> {
                    world.clock.advance(Duration.ofMinutes(1));
                    world.approveAll();
                }),
                new Change("another target", world -> world.step(context ->
                                new ChooseTarget(context, new DatasetRows(List.of(new FieldId("region")), 10)))
                        .step(RequestPreview::new)),
                new Change("another SQL", world -> {
                    world.superset.compile(inputs -> new Compilation.Compiled("SELECT 2", "fake"));
                    world.step(RequestPreview::new);
                }),
                new Change("another preview of the same SQL", world -> world.step(RequestPreview::new)),
                new Change("another channel", world -> {
                    world.superset.compile(inputs -> new Compilation.Compiled("SELECT 1", "other"));
                    world.step(RequestPreview::new);
                }),
                new Change("an input without effect", world -> {
                    Problem leftOut = Results.problem("PREVIEW_FAILED");
                    world.superset.compile(inputs -> new Compilation.Compiled("SELECT 1", "fake", List.of(leftOut)));
                    world.step(RequestPreview::new);
                }),
                new Change("another row limit", world -> {
                    world.superset.terms(new LaunchTerms(10, false, null));
                    world.step(RequestPreview::new);
                }),
                new Change("another mode", world -> {
                    world.superset.terms(new LaunchTerms(1_000, true, null));
                    world.step(RequestPreview::new);
                }),
                new Change("another version of Superset", world -> {
                    world.superset.terms(new LaunchTerms(1_000, false, "6.1.0"));
                    world.step(RequestPreview::new);
                }),
                new Change("another Superset identity and revision", world -> {
                    DatasetRevision other = DatasetRevision.of("2", "somebody");
                    world.superset.revision(new RevisionReading.Known(other));
                    world.superset.recover(link -> new Recovery.Recovered(World.withRevision(
                            World.twoVariables().urlParameter("region", "EMEA").build(), other)));
                    world.step(RecoverContext::new).step(RequestPreview::new);
                }));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void OR15_anotherStateThanTheOneShownIsRefusedUntilItIsLookedAtAgain(Change change) {
        World world = ready();
        Sha256 before = shown(world).hash();
        change.make().accept(world);
        assertThat(world.clauses()).as("the gate is open").isEmpty();

        var refused = Results.rejected(world.attempt(World.ANN, context -> new Launch(context, before)));

        assertThat(refused.unmet()).isEmpty();
        assertThat(refused.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("LAUNCH_NOT_AS_SHOWN");
            assertThat(ProblemText.of(problem, Locale.ENGLISH).cure()).startsWith("Look at the summary");
        });
        assertThat(world.superset.launched()).isEmpty();
        assertThat(world.reload().session().execution().launches()).isEmpty();

        Sha256 now = shown(world).hash();
        world.step(context -> new Launch(context, now));
        assertThat(world.superset.launched()).hasSize(1);
    }

    @Test
    void OR15_theSameStateLaunchesAndTheAttemptAndTheAuditKeepWhatWasConfirmed() {
        World world = ready();
        Sha256 shown = shown(world).hash();
        world.clock.advance(Duration.ofMinutes(5));
        assertThat(shown(world.reload()).hash()).isEqualTo(shown);

        world.step(context -> new Launch(context, shown));

        var attempt = world.session().execution().lastLaunch().orElseThrow();
        assertThat(attempt.intent().summary()).isEqualTo(shown);
        assertThat(Objects.requireNonNull(attempt.context()).summary()).isEqualTo(shown);
        List<LedgerRecord> ledger = world.core.ledger(World.ANN, world.id());
        assertThat(ledger.get(ledger.size() - 2).payloads())
                .extracting(LedgerPayload::value)
                .contains(shown.hex());
    }

    @Test
    void OR15_whatSomebodyElseWasShownLaunchesNothing() {
        World world = ready();
        Sha256 ann = shown(world).hash();

        assertThat(Results.codes(world.attempt(World.ADA, context -> new Launch(context, ann))))
                .containsExactly("LAUNCH_NOT_AS_SHOWN");
        assertThat(world.superset.launched()).isEmpty();
    }

    @Test
    void OR15_aClosedGateIsSaidBeforeAndTheRefusalIsInTheAudit() {
        World world = ready();
        assertThat(Results.codes(world.attempt(World.ANN, context -> new Launch(context, null))))
                .containsExactly("LAUNCH_NOT_AS_SHOWN");
        List<LedgerRecord> ledger = world.core.ledger(World.ANN, world.id());
        assertThat(ledger.get(ledger.size() - 1).document())
                .contains("\"type\":\"refused.Launch\"", "\"codes\":\"LAUNCH_NOT_AS_SHOWN\"");

        world.step(context -> new OverrideMapping(context, STATUS, List.of("open")));

        var refused = Results.rejected(world.attempt(World.ANN, context -> new Launch(context, null)));
        assertThat(refused.problems()).isEmpty();
        assertThat(refused.unmet()).extracting(unmet -> unmet.clause().id()).containsExactly("L5", "L7");
    }

    @Nested
    class OR15_theHash {

        private static final Sha256 HASH = hash("a");
        private static final Sha256 OTHER = hash("b");
        private static final Value VALUE =
                new Value("column:a", "F", "1", "URL", HASH, new Approval(new UserId("ann"), Instant.EPOCH));
        private static final Problem PROBLEM = Results.problem("A");
        private static final LaunchSummary BASE = new LaunchSummary(
                new SessionId("s"),
                new UserId("ann"),
                new EnvironmentId("prod"),
                new DatasetReference(1, "n", 2, "s", "t"),
                new DatasetRevision("r", "c", "i"),
                new DatasetRows(List.of(new FieldId("x")), 5),
                List.of(VALUE),
                new PreviewId("p"),
                new InputFingerprint(HASH),
                HASH,
                "channel",
                List.of(PROBLEM),
                new LaunchTerms(5, false, "6.0.0"));

        private static Sha256 hash(String text) {
            return Sha256.of("dsreview-test", text.getBytes(StandardCharsets.UTF_8));
        }

        /** Other values for each component, by its name. */
        private static Map<String, List<Object>> others() {
            Map<String, List<Object>> others = new TreeMap<>();
            others.put("session", List.of(new SessionId("z")));
            others.put("by", List.of(new UserId("ben")));
            others.put("environment", List.of(new EnvironmentId("test")));
            others.put(
                    "dataset",
                    List.of(
                            new DatasetReference(9, "n", 2, "s", "t"),
                            new DatasetReference(1, "z", 2, "s", "t"),
                            new DatasetReference(1, "n", 9, "s", "t"),
                            new DatasetReference(1, "n", 2, null, "t"),
                            new DatasetReference(1, "n", 2, "s", null)));
            others.put(
                    "revision",
                    List.of(
                            new DatasetRevision("z", "c", "i"),
                            new DatasetRevision("r", null, "i"),
                            new DatasetRevision("r", "c", "z")));
            others.put(
                    "target",
                    List.of(
                            new DatasetRows(List.of(new FieldId("x")), 6),
                            new DatasetRows(List.of(new FieldId("y")), 5),
                            new DatasetRows(List.of(), 5),
                            new ChartQuery(5),
                            new ChartQuery(6)));
            Approval approval = Objects.requireNonNull(VALUE.approval());
            others.put(
                    "values",
                    List.of(
                            List.of(),
                            List.of(VALUE, VALUE),
                            List.of(new Value("z", "F", "1", "URL", HASH, approval)),
                            List.of(new Value("column:a", null, "1", "URL", HASH, approval)),
                            List.of(new Value("column:a", "F", "2", "URL", HASH, approval)),
                            List.of(new Value("column:a", "F", "1", "MANUAL", HASH, approval)),
                            List.of(new Value("column:a", "F", "1", "URL", OTHER, approval)),
                            List.of(new Value("column:a", "F", "1", "URL", HASH, null)),
                            List.of(new Value(
                                    "column:a", "F", "1", "URL", HASH, new Approval(new UserId("ben"), Instant.EPOCH))),
                            List.of(new Value(
                                    "column:a",
                                    "F",
                                    "1",
                                    "URL",
                                    HASH,
                                    new Approval(new UserId("ann"), Instant.EPOCH.plusNanos(1_000))))));
            others.put("preview", List.of(new PreviewId("z")));
            others.put("fingerprint", List.of(new InputFingerprint(OTHER)));
            others.put("sql", List.of(OTHER));
            others.put("channel", List.of("other"));
            others.put(
                    "withoutEffect",
                    List.of(
                            List.of(),
                            List.of(Results.problem("B")),
                            List.of(PROBLEM.about("filter F")),
                            List.of(new Problem(
                                    PROBLEM.code(),
                                    PROBLEM.retry(),
                                    PROBLEM.bundle(),
                                    Map.of("column", "x"),
                                    PROBLEM.target()))));
            others.put(
                    "terms",
                    List.of(
                            new LaunchTerms(6, false, "6.0.0"),
                            new LaunchTerms(5, true, "6.0.0"),
                            new LaunchTerms(5, false, null)));
            return others;
        }

        @Test
        void changesWithEveryComponent() throws ReflectiveOperationException {
            RecordComponent[] components = LaunchSummary.class.getRecordComponents();
            TreeSet<String> names = new TreeSet<>();
            Arrays.stream(components).forEach(component -> names.add(component.getName()));
            assertThat(others().keySet()).isEqualTo(names);
            var constructor = LaunchSummary.class.getConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            TreeSet<String> hashes = new TreeSet<>(List.of(BASE.hash().hex()));

            for (int i = 0; i < components.length; i++) {
                for (Object other : others().getOrDefault(components[i].getName(), List.of())) {
                    Object[] arguments = new Object[components.length];
                    for (int j = 0; j < components.length; j++) {
                        arguments[j] =
                                j == i ? other : components[j].getAccessor().invoke(BASE);
                    }
                    LaunchSummary changed = constructor.newInstance(arguments);

                    assertThat(hashes.add(changed.hash().hex()))
                            .as(components[i].getName() + " = " + other)
                            .isTrue();
                }
            }
        }
    }
}
