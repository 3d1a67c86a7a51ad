package io.dsreview.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dsreview.api.access.Actor;
import io.dsreview.api.access.FeatureFlags;
import io.dsreview.api.access.Role;
import io.dsreview.api.command.AcceptFinding;
import io.dsreview.api.command.ClarificationCommand.AnswerQuestion;
import io.dsreview.api.command.ClarificationCommand.PauseClarification;
import io.dsreview.api.command.ClarificationCommand.ReopenQuestion;
import io.dsreview.api.command.CommandContext;
import io.dsreview.api.command.CommandRefusedException;
import io.dsreview.api.command.CommandResult;
import io.dsreview.api.command.CommandResult.Conflict;
import io.dsreview.api.command.ExecutionCommand.ChooseTarget;
import io.dsreview.api.command.ExecutionCommand.ConfirmManualLaunch;
import io.dsreview.api.command.ExecutionCommand.HandOffLaunch;
import io.dsreview.api.command.ExecutionCommand.Launch;
import io.dsreview.api.command.ExecutionCommand.RequestPreview;
import io.dsreview.api.command.ExecutionCommand.StopLaunch;
import io.dsreview.api.command.LifecycleCommand;
import io.dsreview.api.command.LifecycleCommand.ArchiveSession;
import io.dsreview.api.command.LifecycleCommand.CancelSession;
import io.dsreview.api.command.LifecycleCommand.UnarchiveSession;
import io.dsreview.api.command.MappingCommand.AcceptTemplateValue;
import io.dsreview.api.command.MappingCommand.DecideMappings;
import io.dsreview.api.command.MappingCommand.OverrideMapping;
import io.dsreview.api.command.MappingCommand.SetTemplateValue;
import io.dsreview.api.command.RecordFeedback;
import io.dsreview.api.command.RecoveryCommand.CancelRecovery;
import io.dsreview.api.command.RecoveryCommand.RecoverContext;
import io.dsreview.api.command.RecoveryCommand.ResolveRecoveryItem;
import io.dsreview.api.command.SemanticCommand.ApplySemanticSource;
import io.dsreview.api.command.SemanticCommand.DecideField;
import io.dsreview.api.command.SemanticCommand.DecideField.Choice;
import io.dsreview.api.command.SemanticCommand.RemoveSemanticSource;
import io.dsreview.api.command.SessionCommand;
import io.dsreview.api.command.SessionSource;
import io.dsreview.api.command.StartSession;
import io.dsreview.api.error.Problem;
import io.dsreview.api.error.ProblemText;
import io.dsreview.api.execution.DatasetRevision;
import io.dsreview.api.execution.ExecutionTarget.ChartQuery;
import io.dsreview.api.execution.ExecutionTarget.DatasetRows;
import io.dsreview.api.execution.LaunchOutcome;
import io.dsreview.api.feedback.Feedback;
import io.dsreview.api.feedback.FeedbackTarget;
import io.dsreview.api.finding.Finding;
import io.dsreview.api.id.EnvironmentId;
import io.dsreview.api.id.FieldId;
import io.dsreview.api.id.FilterId;
import io.dsreview.api.id.FindingId;
import io.dsreview.api.id.IdempotencyKey;
import io.dsreview.api.id.MappingId;
import io.dsreview.api.id.QuestionId;
import io.dsreview.api.id.RecoveryItemId;
import io.dsreview.api.id.SourceId;
import io.dsreview.api.id.VariableId;
import io.dsreview.api.mapping.FilterCondition;
import io.dsreview.api.mapping.FilterOrigin;
import io.dsreview.api.mapping.FilterScalar;
import io.dsreview.api.mapping.FilterValue;
import io.dsreview.api.mapping.ImportedFilter;
import io.dsreview.api.mapping.TemplateVariable;
import io.dsreview.api.mapping.VariableKind;
import io.dsreview.api.semantic.FieldMeaning;
import io.dsreview.api.semantic.SemanticSource;
import io.dsreview.api.superset.LinkReading;
import io.dsreview.api.superset.RecoveryItem;
import io.dsreview.api.superset.SupersetCompilationAdapter;
import io.dsreview.api.superset.SupersetCompilationAdapter.Compilation;
import io.dsreview.api.superset.SupersetCompilationAdapter.RevisionReading;
import io.dsreview.api.superset.SupersetContextExtractor.Recovery;
import io.dsreview.core.ScriptedStore.Crash;
import io.dsreview.core.ScriptedStore.End;
import io.dsreview.core.finding.ReviewProblem;
import io.dsreview.core.pipeline.RecoveryWork;
import io.dsreview.test.superset.SampleContext;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Provokes every problem of the core where it is really made, and reads it as a person would. */
class ProblemWordsTest {

    private static final Pattern ARGUMENT = Pattern.compile("\\{([A-Za-z]+)}");
    private static final VariableId REGION = new VariableId("url_param:region");
    private static final QuestionId REGION_QUESTION = new QuestionId("VARIABLE_VALUE:url_param:region");
    private static final FieldId REGION_FIELD = new FieldId("region");

    private static final Map<ReviewProblem, Supplier<Problem>> PROVOCATIONS = provocations();

    private static Map<ReviewProblem, Supplier<Problem>> provocations() {
        Map<ReviewProblem, Supplier<Problem>> all = new EnumMap<>(ReviewProblem.class);
        all.put(ReviewProblem.INPUT_MISSING, refused(started(), c -> new SetTemplateValue(c, null, "x")));
        all.put(ReviewProblem.INPUT_BLANK, refused(started(), c -> new ConfirmManualLaunch(c, " ")));
        all.put(ReviewProblem.INPUT_TOO_LONG, refused(started(), c -> new ConfirmManualLaunch(c, "x".repeat(4_001))));
        all.put(ReviewProblem.INPUT_OUT_OF_RANGE, refused(started(), c -> new DecideMappings(c, List.of(), true)));
        all.put(ReviewProblem.INPUT_UNPRINTABLE, refused(started(), c -> new ConfirmManualLaunch(c, "a\0")));
        all.put(
                ReviewProblem.PERMISSION_MISSING,
                () -> problem(started()
                        .get()
                        .execute(new StartSession(Actor.of("acme", "vic", Role.VIEWER), null, World.LINK))));
        all.put(
                ReviewProblem.SESSION_NOT_ACTIVE,
                refused(() -> started().get().step(CancelSession::new), RequestPreview::new));
        all.put(
                ReviewProblem.SESSION_ARCHIVED,
                refused(() -> started().get().step(ArchiveSession::new), RequestPreview::new));
        all.put(ReviewProblem.SESSION_NOT_ARCHIVED, refused(started(), UnarchiveSession::new));
        all.put(
                ReviewProblem.ENVIRONMENT_UNKNOWN,
                () -> problem(started()
                        .get()
                        .execute(new StartSession(
                                World.ANN, null, new SessionSource.Dataset(new EnvironmentId("nowhere"), 7)))));
        all.put(ReviewProblem.IDEMPOTENCY_KEY_REUSED, () -> {
            World world = started().get();
            CommandContext keyed = new CommandContext(
                    World.ANN, world.id(), world.session().header().version(), new IdempotencyKey("k"));
            world.execute(new SetTemplateValue(keyed, REGION, "a"));
            return problem(world.execute(new SetTemplateValue(keyed, REGION, "b")));
        });
        all.put(
                ReviewProblem.QUESTION_NOT_ACTIVE,
                refused(started(), c -> new AnswerQuestion(c, new QuestionId("DATASET"), "7")));
        all.put(
                ReviewProblem.CLARIFICATION_PAUSED,
                refused(
                        () -> started().get().step(PauseClarification::new),
                        c -> new AnswerQuestion(c, REGION_QUESTION, "EMEA")));
        all.put(
                ReviewProblem.QUESTION_UNKNOWN,
                refused(started(), c -> new ReopenQuestion(c, new QuestionId("DATASET"))));
        all.put(
                ReviewProblem.ANSWER_NOT_REVISABLE,
                refused(
                        () -> started()
                                .get()
                                .step(c -> new AnswerQuestion(c, REGION_QUESTION, "EMEA"))
                                .step(c -> new SetTemplateValue(c, REGION, "APAC")),
                        c -> new ReopenQuestion(c, REGION_QUESTION)));
        all.put(
                ReviewProblem.ANSWER_NOT_AN_OPTION,
                refused(
                        of(new SampleContext().dataset(7).dataset(8)),
                        c -> new AnswerQuestion(c, new QuestionId("DATASET"), "9")));
        all.put(
                ReviewProblem.FIELD_UNKNOWN,
                refused(started(), c -> new DecideField(c, new FieldId("nope"), new Choice.Lock())));
        all.put(
                ReviewProblem.FIELD_LOCKED,
                refused(
                        () -> started().get().step(c -> new DecideField(c, REGION_FIELD, new Choice.Lock())),
                        c -> new DecideField(c, REGION_FIELD, new Choice.Write(new FieldMeaning("a", "b")))));
        all.put(ReviewProblem.CANDIDATE_UNKNOWN, () -> {
            World world = started().get();
            world.step(c -> new ApplySemanticSource(c, dictionary("a.csv", "region,Region,Where")));
            var old = world.session()
                    .semantics()
                    .field(REGION_FIELD)
                    .orElseThrow()
                    .candidates()
                    .get(0);
            world.step(c -> new ApplySemanticSource(c, dictionary("a.csv")));
            return problem(world.attempt(World.ANN, c -> new DecideField(c, REGION_FIELD, new Choice.Accept(old))));
        });
        all.put(
                ReviewProblem.VARIABLE_UNKNOWN,
                refused(started(), c -> new SetTemplateValue(c, new VariableId("url_param:nope"), "x")));
        all.put(ReviewProblem.VARIABLE_WITHOUT_VALUE, refused(started(), c -> new AcceptTemplateValue(c, REGION)));
        all.put(
                ReviewProblem.MAPPING_UNKNOWN,
                refused(started(), c -> new DecideMappings(c, List.of(new MappingId("nope")), true)));
        all.put(
                ReviewProblem.MAPPING_VALUES_ILLEGAL,
                refused(
                        of(new SampleContext().dataset(7).filter(atLeast("amount", "5"))),
                        c -> new OverrideMapping(c, new MappingId("F-1->column:amount"), List.of("1", "2"))));
        all.put(
                ReviewProblem.MAPPING_WARNINGS_NOT_ACCEPTED,
                refused(
                        of(new SampleContext().dataset(7).filter("F", "amount", "many")),
                        c -> new DecideMappings(c, List.of(new MappingId("F->column:amount")), true)));
        all.put(
                ReviewProblem.RECOVERY_ITEM_UNKNOWN,
                refused(started(), c -> new ResolveRecoveryItem(c, new RecoveryItemId("nope"), List.of())));
        all.put(
                ReviewProblem.RECOVERY_ITEM_TAKES_NO_VALUES,
                refused(
                        of(new SampleContext()
                                .dataset(7)
                                .unresolved("state", RecoveryItem.Kind.STATE, true, Results.problem("GONE"))),
                        c -> new ResolveRecoveryItem(c, new RecoveryItemId("state"), List.of("x"))));
        all.put(ReviewProblem.RECOVERY_UNDER_WAY, () -> problem(recovering().attempt(World.ANN, RecoverContext::new)));
        all.put(ReviewProblem.NO_RECOVERY_TO_CANCEL, refused(started(), CancelRecovery::new));
        all.put(ReviewProblem.RECOVERY_CANCELLED, finding("RECOVERY_CANCELLED", () -> recovering()
                .step(CancelRecovery::new)));
        all.put(ReviewProblem.RECOVERY_TIMED_OUT, finding("RECOVERY_TIMED_OUT", () -> {
            ManualWork work = new ManualWork();
            World world = new World(World.oneFilter().build());
            world.keep(world.core(work.work()).execute(new StartSession(World.ANN, null, World.LINK)));
            work.ring(ManualWork.TERMS.timeout());
            return world.reload();
        }));
        all.put(ReviewProblem.RECOVERY_NOT_STARTED, finding("RECOVERY_NOT_STARTED", () -> {
            World world = new World(World.oneFilter().build());
            RecoveryWork full = new RecoveryWork(
                    task -> {
                        throw new RejectedExecutionException();
                    },
                    ManualWork.TERMS,
                    new ManualWork().work().alarm());
            return world.keep(world.core(full).execute(new StartSession(World.ANN, null, World.LINK)));
        }));
        all.put(ReviewProblem.NOTHING_TO_RECOVER, () -> {
            World world = new World(World.oneFilter().build());
            world.superset.read(pasted ->
                    new LinkReading.UnsupportedShape(SampleContext.ENVIRONMENT, Results.problem("LINK_SHAPE")));
            return problem(world.start().attempt(World.ANN, RecoverContext::new));
        });
        all.put(ReviewProblem.DATASET_NOT_CHOSEN, refused(of(new SampleContext()), RequestPreview::new));
        all.put(
                ReviewProblem.COLUMN_UNKNOWN,
                refused(started(), c -> new ChooseTarget(c, new DatasetRows(List.of(new FieldId("nope")), 1))));
        all.put(ReviewProblem.CHART_UNKNOWN, refused(started(), c -> new ChooseTarget(c, new ChartQuery(987))));
        all.put(
                ReviewProblem.ALREADY_LAUNCHED,
                refused(
                        () -> {
                            World world = World.readyToLaunch();
                            world.superset.launch(sql -> new LaunchOutcome.Failed(Results.problem("NO")));
                            return world.launch();
                        },
                        c -> new Launch(c, null)));
        all.put(ReviewProblem.LAUNCH_NOT_AS_SHOWN, refused(World::readyToLaunch, c -> new Launch(c, null)));
        all.put(
                ReviewProblem.FINDING_UNKNOWN,
                refused(started(), c -> new AcceptFinding(c, new FindingId("DATASET_GONE"), "so it is")));
        all.put(
                ReviewProblem.FINDING_BLOCKS,
                refused(
                        of(new SampleContext()),
                        c -> new AcceptFinding(c, new FindingId("DATASET_NOT_RESOLVABLE"), "so it is")));
        all.put(ReviewProblem.MAPPING_APPROVAL_WITHDRAWN, finding("MAPPING_APPROVAL_WITHDRAWN", () -> started()
                .get()
                .approveAll()
                .step(c -> new OverrideMapping(c, new MappingId("F-status->column:status"), List.of("open")))));
        all.put(
                ReviewProblem.FEEDBACK_TARGET_UNKNOWN,
                refused(
                        started(),
                        c -> new RecordFeedback(
                                c,
                                new FeedbackTarget(FeedbackTarget.Kind.FINDING, "nope"),
                                Locale.ENGLISH,
                                Feedback.Thumb.UP,
                                "")));
        all.put(ReviewProblem.NO_LAUNCH_TO_CONFIRM, refused(started(), c -> new ConfirmManualLaunch(c, "query 1")));
        all.put(ReviewProblem.HAND_OFF_NOT_OFFERED, refused(started(), HandOffLaunch::new));
        all.put(ReviewProblem.DATASET_NOT_RESOLVABLE, finding("DATASET_NOT_RESOLVABLE", of(new SampleContext())));
        FeatureFlags unasked = FeatureFlags.ALL_ON.withClarification(false);
        all.put(
                ReviewProblem.DATASET_UNDECIDED,
                finding("DATASET_UNDECIDED", of(new SampleContext().dataset(7).dataset(8), unasked)));
        all.put(ReviewProblem.VALUE_UNDECIDED, finding("VALUE_UNDECIDED", of(World.twoVariables(), unasked)));
        all.put(ReviewProblem.MEANING_UNDECIDED, finding("MEANING_UNDECIDED", () -> of(World.oneFilter(), unasked)
                .get()
                .step(c -> new ApplySemanticSource(c, dictionary("a.csv", "region,Region,Where")))
                .step(c -> new ApplySemanticSource(c, dictionary("b.csv", "region,Area,Where")))));
        all.put(ReviewProblem.SEMANTIC_CONFLICT, finding("SEMANTIC_CONFLICT", () -> started()
                .get()
                .step(c -> new ApplySemanticSource(c, dictionary("a.csv", "region,Region,Where")))
                .step(c -> new ApplySemanticSource(c, dictionary("b.csv", "region,Area,Where")))));
        all.put(ReviewProblem.FIELDS_LEFT_ALONE, finding("FIELDS_LEFT_ALONE", () -> started()
                .get()
                .step(c -> new DecideField(c, REGION_FIELD, new Choice.Lock()))
                .step(c -> new ApplySemanticSource(c, dictionary("a.csv", "region,Region,Where")))));
        all.put(ReviewProblem.MEANINGS_ONLY_OFFERED, finding("MEANINGS_ONLY_OFFERED", () -> started()
                .get()
                .step(c -> new ApplySemanticSource(c, dictionary("a.csv", "Sales Region,Region,Where")))));
        all.put(ReviewProblem.SEMANTIC_SOURCE_NOT_OFFERED, finding("SEMANTIC_SOURCE_NOT_OFFERED", () -> started()
                .get()
                .step(c -> new ApplySemanticSource(c, SemanticSource.dataset("prod", 7)))));
        all.put(
                ReviewProblem.SEMANTIC_SOURCE_UNKNOWN,
                refused(started(), c -> new RemoveSemanticSource(c, new SourceId("none.csv"))));
        all.put(ReviewProblem.FIELDS_WITHOUT_MEANING, finding("FIELDS_WITHOUT_MEANING", started()));
        all.put(
                ReviewProblem.FILTERS_ONLY_OFFERED,
                finding(
                        "FILTERS_ONLY_OFFERED",
                        of(new SampleContext()
                                .dataset(7, TemplateVariable.of(VariableKind.URL_PARAM, "region", true, null))
                                .filter("F", "region", "EMEA", "APAC"))));
        all.put(
                ReviewProblem.FILTER_NOT_APPLICABLE,
                finding(
                        "FILTER_NOT_APPLICABLE",
                        of(new SampleContext().dataset(7).filter("F-2", "elsewhere", "x"))));
        all.put(ReviewProblem.PREVIEW_FAILED, finding("PREVIEW_FAILED", ProblemWordsTest::failedPreview));
        all.put(ReviewProblem.INTERRUPTED, () -> failedPreview()
                .session()
                .execution()
                .preview()
                .orElseThrow()
                .diagnostics()
                .get(0));
        all.put(ReviewProblem.ANSWER_NOT_STORABLE, () -> {
            World world = of(World.oneFilter()).get();
            world.superset.compile(
                    inputs -> new SupersetCompilationAdapter.Compilation.Compiled("SELECT '\0'", "fake"));
            return world.step(RequestPreview::new)
                    .session()
                    .execution()
                    .preview()
                    .orElseThrow()
                    .diagnostics()
                    .get(0);
        });
        all.put(ReviewProblem.LAUNCH_INTERRUPTED, () -> {
            ScriptedStore store = new ScriptedStore();
            World world = World.readyToLaunch(store);
            store.next(End.STORED_UNHEARD);
            assertThatThrownBy(() -> world.attemptLaunch(World.ANN)).isInstanceOf(Crash.class);
            world.clock.advance(Duration.ofMinutes(10));
            world.reload().step(LifecycleCommand.ResumeSession::new);
            return ((LaunchOutcome.Unknown) Objects.requireNonNull(world.session()
                            .execution()
                            .lastLaunch()
                            .orElseThrow()
                            .outcome()))
                    .problem();
        });
        all.put(ReviewProblem.DATASET_CHANGED, finding("DATASET_CHANGED", () -> {
            World world = of(World.oneFilter()).get();
            world.superset.revision(new RevisionReading.Known(DatasetRevision.of("2", SampleContext.IDENTITY)));
            return world.step(RequestPreview::new);
        }));
        all.put(
                ReviewProblem.FIELD_CONFLICTED,
                refused(
                        () -> started()
                                .get()
                                .step(c -> new ApplySemanticSource(c, dictionary("a.csv", "region,A,")))
                                .step(c -> new ApplySemanticSource(c, dictionary("b.csv", "region,B,"))),
                        c -> new DecideField(c, REGION_FIELD, new Choice.Lock())));
        SampleContext mapped = new SampleContext()
                .dataset(7, TemplateVariable.of(VariableKind.URL_PARAM, "region", true, null))
                .filter("F", "region", "EMEA");
        all.put(ReviewProblem.VARIABLE_IS_MAPPED, refused(of(mapped), c -> new AcceptTemplateValue(c, REGION)));
        all.put(
                ReviewProblem.VARIABLE_FED_TWICE,
                finding(
                        "VARIABLE_FED_TWICE",
                        of(new SampleContext()
                                .dataset(7, TemplateVariable.of(VariableKind.URL_PARAM, "region", true, null))
                                .filter("F", "region", "EMEA")
                                .filter("G", "region", "APAC"))));
        all.put(ReviewProblem.DATASET_GONE, finding("DATASET_GONE", () -> {
            World world = of(World.oneFilter()).get();
            world.superset.recover(link ->
                    new Recovery.Recovered(new SampleContext().dataset(8).build()));
            return world.step(RecoverContext::new);
        }));
        all.put(ReviewProblem.PREVIEW_EMPTY, () -> {
            World world = of(World.oneFilter()).get();
            world.superset.compile(inputs -> new Compilation.Compiled(" ", "fake"));
            return world.step(RequestPreview::new)
                    .session()
                    .execution()
                    .preview()
                    .orElseThrow()
                    .diagnostics()
                    .get(0);
        });
        all.put(ReviewProblem.NO_LAUNCH_TO_STOP, refused(started(), StopLaunch::new));
        all.put(ReviewProblem.LAUNCH_UNDER_WAY, () -> {
            World world = World.readyToLaunch();
            world.superset.launch(sql -> new LaunchOutcome.Refused(Problem.of(ReviewProblem.INTERRUPTED)));
            world.launch().step(HandOffLaunch::new);
            return problem(world.attemptLaunch(World.ANN));
        });
        return all;
    }

    @Test
    void everyProblemOfTheCoreIsProvokedHere() {
        Set<ReviewProblem> missing = new TreeSet<>(Arrays.asList(ReviewProblem.values()));
        missing.removeAll(PROVOCATIONS.keySet());

        assertThat(missing)
                .as(
                        "codes that nothing in provocations() brings about; only a conflict, a result of its own, needs none")
                .containsExactly(ReviewProblem.VERSION_CONFLICT);
    }

    static Set<ReviewProblem> provoked() {
        return PROVOCATIONS.keySet();
    }

    @ParameterizedTest
    @MethodSource("provoked")
    void AR5_everyProblemReadsAsASentenceWithACureAndAllItsArguments(ReviewProblem code) {
        Problem problem = PROVOCATIONS.get(code).get();

        assertThat(problem.code()).isEqualTo(code.code());
        assertThat(problem.retry()).isEqualTo(code.retry());
        assertThat(problem.arguments().keySet()).isEqualTo(placeholders(code));
        for (Locale locale : List.of(Locale.ENGLISH, Locale.forLanguageTag("ru"))) {
            ProblemText words = ProblemText.of(problem, locale);
            assertThat(words.message()).doesNotContain("{", "?").endsWith(".");
            assertThat(words.cure()).doesNotContain("{").endsWith(".");
        }
    }

    @ParameterizedTest
    @EnumSource(ReviewProblem.class)
    void AR5_everyCodeHasMessageAndCure(ReviewProblem code) {
        ResourceBundle words = ResourceBundle.getBundle(code.bundle(), Locale.ROOT);

        assertThat(words.getString(code.code() + ".message")).isNotBlank();
        assertThat(words.getString(code.code() + ".cure")).isNotBlank();
    }

    @Test
    void aConflictIsDescribedWithBothVersions() {
        assertThat(CommandRefusedException.describe(new Conflict(3, 5), Locale.ENGLISH))
                .contains("at version 5", "decided on version 3");
    }

    private static Set<String> placeholders(ReviewProblem code) {
        ResourceBundle words = ResourceBundle.getBundle(code.bundle(), Locale.ROOT);
        Set<String> names = new TreeSet<>();
        ARGUMENT.matcher(words.getString(code.code() + ".message") + words.getString(code.code() + ".cure"))
                .results()
                .forEach(hit -> names.add(hit.group(1)));
        return names;
    }

    private static Supplier<World> of(SampleContext context) {
        return () -> new World(context.build()).start();
    }

    private static Supplier<World> of(SampleContext context, FeatureFlags flags) {
        return () -> new World(context.build(), new ScriptedStore(), flags).start();
    }

    /** A session whose recovery waits for a thread. */
    private static World recovering() {
        World world = new World(World.oneFilter().build());
        return world.keep(world.core(new ManualWork().work()).execute(new StartSession(World.ANN, null, World.LINK)));
    }

    private static Supplier<World> started() {
        return of(new SampleContext()
                .dataset(7, TemplateVariable.of(VariableKind.URL_PARAM, "region", true, null))
                .filter("F-status", "status", "paid"));
    }

    private static World failedPreview() {
        World world = of(World.oneFilter()).get();
        world.superset.compile(inputs -> {
            throw new IllegalStateException("broken");
        });
        return world.step(RequestPreview::new);
    }

    private static Supplier<Problem> refused(Supplier<World> given, Function<CommandContext, SessionCommand> command) {
        return () -> problem(given.get().attempt(World.ANN, command));
    }

    private static Supplier<Problem> finding(String code, Supplier<World> given) {
        return () -> given.get().session().findings().stream()
                .map(Finding::problem)
                .filter(problem -> problem.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static Problem problem(CommandResult result) {
        assertThat(Results.rejected(result).problems()).hasSize(1);
        return Results.rejected(result).problems().get(0);
    }

    private static ImportedFilter atLeast(String column, String number) {
        return ImportedFilter.of(
                new FilterId("F-1"),
                "At least",
                "filter_range",
                new FieldId(column),
                FilterValue.of(new FilterCondition(
                        new FieldId(column), ">=", List.of(new FilterScalar(FilterScalar.Type.NUMBER, number)))),
                FilterOrigin.DEFAULT,
                Set.of());
    }

    private static SemanticSource dictionary(String name, String... rows) {
        String[] lines = new String[rows.length + 1];
        lines[0] = "field,verbose_name,description";
        System.arraycopy(rows, 0, lines, 1, rows.length);
        return World.csv(name, lines);
    }
}
