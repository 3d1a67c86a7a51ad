package io.dsreview.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.api.canonical.Sha256;
import io.dsreview.api.command.ClarificationCommand;
import io.dsreview.api.command.CommandContext;
import io.dsreview.api.command.MappingCommand;
import io.dsreview.api.command.MappingCommand.DecideMappings;
import io.dsreview.api.command.MappingCommand.SetTemplateValue;
import io.dsreview.api.command.RecordFeedback;
import io.dsreview.api.command.RecoveryCommand.ResolveRecoveryItem;
import io.dsreview.api.command.ReviewCommand;
import io.dsreview.api.command.SemanticCommand.DecideField;
import io.dsreview.api.command.SemanticCommand.DecideField.Choice;
import io.dsreview.api.command.SemanticCommand.FieldDecisionRequest;
import io.dsreview.api.command.SessionCommand;
import io.dsreview.api.command.SessionSource;
import io.dsreview.api.command.StartSession;
import io.dsreview.api.error.Problem;
import io.dsreview.api.feedback.FeedbackTarget;
import io.dsreview.api.id.FieldId;
import io.dsreview.api.id.MappingId;
import io.dsreview.api.id.SourceId;
import io.dsreview.api.id.VariableId;
import io.dsreview.api.semantic.DbtModel;
import io.dsreview.api.semantic.Endorsement;
import io.dsreview.api.semantic.FieldDecision;
import io.dsreview.api.semantic.FieldFormat;
import io.dsreview.api.semantic.FieldMeaning;
import io.dsreview.api.semantic.MatchKind;
import io.dsreview.api.semantic.PiiClass;
import io.dsreview.api.semantic.Place;
import io.dsreview.api.semantic.Provenance;
import io.dsreview.api.semantic.SemanticCandidate;
import io.dsreview.api.semantic.SemanticSource;
import io.dsreview.api.session.ReviewSession;
import io.dsreview.api.session.SessionQuery;
import io.dsreview.test.superset.SampleContext;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Puts everything bad into every component of every command, found by reflection: a new command is covered at once. */
@Tag("exhaustive")
class BadInputTest {

    private static final String MARK = "p3rs0nal";
    private static final String LONE_SURROGATE = MARK + "\uD83D";
    private static final String NUL = MARK + "\0";
    private static final String OVERSIZED = MARK.repeat(20_000);
    private static final List<String> BAD_TEXTS = List.of("", " \t", OVERSIZED, LONE_SURROGATE, "\uDE00" + MARK, NUL);

    /** What looks bad and is legal: an empty or blank value of a variable, and no values for an item accepted as absent. */
    private static final Map<Class<?>, Set<String>> LEGAL = Map.of(
            SetTemplateValue.class, Set.of("value= \t", "value="),
            DecideMappings.class, Set.of("acceptedLosses=[]"),
            RecordFeedback.class, Set.of("reason= \t", "reason="),
            ResolveRecoveryItem.class, Set.of("values=[]", "values=[, ok]", "values=[ \t, ok]"),
            MappingCommand.OverrideMapping.class, Set.of("values=[, ok]", "values=[ \t, ok]"),
            ClarificationCommand.AnswerQuestion.class, Set.of(),
            ClarificationCommand.DeferQuestion.class, Set.of("note= \t", "note="));

    /** A well-formed command with one bad value in it. */
    record Damage(ReviewCommand command, String path, String value) {
        @Override
        public String toString() {
            return command.getClass().getSimpleName() + "." + path + " = "
                    + (value.length() > 20 ? value.length() + " characters" : value.replace("\0", "NUL"));
        }
    }

    static List<Damage> damages() {
        List<Damage> damages = new ArrayList<>();
        for (ReviewCommand sound : sound()) {
            for (RecordComponent component : sound.getClass().getRecordComponents()) {
                for (Bad bad : bad(component)) {
                    String described = component.getName() + "=" + bad.value();
                    if (!LEGAL.getOrDefault(sound.getClass(), Set.of()).contains(described)) {
                        damages.add(new Damage(
                                with(sound, Map.of(component.getName(), bad)),
                                bad.path(),
                                String.valueOf(bad.value())));
                    }
                }
            }
        }
        return damages;
    }

    /** A bad value for a component; the path names what is bad about it. */
    private record Bad(String path, @Nullable Object value) {}

    private static List<Bad> bad(RecordComponent component) {
        String name = component.getName();
        Class<?> type = component.getType();
        if (type == boolean.class || name.equals("key") || name.equals("shown")) { // null is legal: nothing was shown
            return List.of();
        }
        List<Bad> bad = new ArrayList<>(List.of(new Bad(name, null)));
        if (type == CommandContext.class) {
            CommandContext sound = context();
            bad.add(new Bad("context.actor", new CommandContext(null, sound.session(), 1, null)));
            bad.add(new Bad("context.session", new CommandContext(sound.actor(), null, 1, null)));
            bad.add(new Bad("context.expectedVersion", new CommandContext(sound.actor(), sound.session(), 0, null)));
            bad.add(new Bad(
                    "context.expectedVersion",
                    new CommandContext(sound.actor(), sound.session(), Long.MIN_VALUE, null)));
        } else if (type == String.class) {
            BAD_TEXTS.forEach(text -> bad.add(new Bad(name, text)));
        } else if (type == List.class) {
            bad.add(new Bad(name, List.of()));
            bad.add(new Bad(name, Collections.nCopies(10_001, element(component))));
            bad.add(new Bad(name + "[0]", Arrays.asList(null, element(component))));
            if (element(component) instanceof String) {
                BAD_TEXTS.forEach(text -> bad.add(new Bad(name + "[0]", List.of(text, "ok"))));
            }
            if (element(component) instanceof FieldDecisionRequest request) {
                bad.add(new Bad(name + "[0].field", List.of(new FieldDecisionRequest(null, request.choice()))));
                bad.add(new Bad(name + "[0].choice", List.of(new FieldDecisionRequest(request.field(), null))));
                bad.add(new Bad(
                        name + "[1].choice.candidate",
                        List.of(request, new FieldDecisionRequest(request.field(), new Choice.Reject(null)))));
                bad.add(new Bad(
                        name + "[1].choice.meaning",
                        List.of(
                                request,
                                new FieldDecisionRequest(
                                        request.field(), new Choice.Write(new FieldMeaning("", ""))))));
                bad.add(new Bad(
                        name + "[0].choice.meaning.description",
                        List.of(new FieldDecisionRequest(
                                request.field(), new Choice.Write(new FieldMeaning("", LONE_SURROGATE))))));
            }
        } else if (type == FeedbackTarget.class) {
            bad.add(new Bad("target.kind", new FeedbackTarget(null, "")));
            bad.add(new Bad("target.id", new FeedbackTarget(FeedbackTarget.Kind.FINDING, null)));
            for (String text : List.of(OVERSIZED, LONE_SURROGATE, NUL)) {
                bad.add(new Bad("target.id", new FeedbackTarget(FeedbackTarget.Kind.FINDING, text)));
            }
        } else if (type == SessionSource.class) {
            BAD_TEXTS.forEach(text -> bad.add(new Bad("source.text", new SessionSource.Link(text))));
            bad.add(new Bad("source.text", new SessionSource.Link(null)));
            bad.add(new Bad("source.environment", new SessionSource.Dataset(null, 7)));
            bad.add(new Bad("source.dataset", new SessionSource.Dataset(SampleContext.ENVIRONMENT, 0)));
        } else if (type == SemanticSource.class) {
            byte[] content = {};
            bad.add(new Bad("source.id", new SemanticSource.ConnectedDictionary(null)));
            bad.add(new Bad("source.environment", new SemanticSource.ReferenceDataset(null, 7)));
            bad.add(new Bad("source.format", SemanticSource.file("orders", null, content)));
            bad.add(new Bad("source.artifact", SemanticSource.dbt("orders", null, "orders", content)));
            bad.add(new Bad("source.model", SemanticSource.dbt("orders", DbtModel.Artifact.SCHEMA, null, content)));
        } else if (type == Choice.class) {
            bad.add(new Bad("choice.meaning", new Choice.Write(null)));
            bad.add(new Bad("choice.meaning", new Choice.Write(new FieldMeaning("", ""))));
            bad.add(new Bad("choice.meaning", new Choice.Write(new FieldMeaning(" ", "\t", null, " "))));
            bad.add(new Bad("choice.candidate", new Choice.Accept(null)));
            bad.add(new Bad("choice.candidate", new Choice.Reject(null)));
            bad.add(new Bad("choice.meaning.verboseName", new Choice.Write(new FieldMeaning(null, ""))));
            bad.add(new Bad("choice.meaning.description", new Choice.Write(new FieldMeaning("", null))));
            for (String text : List.of(OVERSIZED, LONE_SURROGATE, NUL)) {
                bad.add(new Bad("choice.meaning.verboseName", new Choice.Write(new FieldMeaning(text, ""))));
                bad.add(new Bad("choice.meaning.description", new Choice.Write(new FieldMeaning("", text))));
            }
            bad.add(new Bad("choice.candidate.meaning.verboseName", new Choice.Accept(candidate(LONE_SURROGATE))));
        }
        return bad;
    }

    @ParameterizedTest
    @MethodSource("damages")
    void everyBadValueIsRejectedWithAProblemAboutIt(Damage damage) {
        ScriptedStore store = new ScriptedStore();
        World world = world(store);
        ReviewSession before = world.session();
        world.heard.clear();

        var result = world.execute(damage.command());

        List<Problem> problems = Results.rejected(result).problems();
        assertThat(problems).extracting(Problem::target).anySatisfy(target -> assertThat(target)
                .startsWith(damage.path()));
        assertThat(problems).extracting(Problem::code).allSatisfy(code -> assertThat(code)
                .startsWith("INPUT_"));
        assertNothingHappened(world, store, before);
        assertNothingIsEchoed(problems, world);
    }

    @Test
    void allBadValuesOfACommandAreRejectedAtOnce() {
        for (ReviewCommand sound : sound()) {
            Map<String, Bad> everything = new LinkedHashMap<>();
            for (RecordComponent component : sound.getClass().getRecordComponents()) {
                bad(component).stream().findFirst().ifPresent(bad -> everything.put(component.getName(), bad));
            }
            ScriptedStore store = new ScriptedStore();
            World world = world(store);
            ReviewSession before = world.session();

            var result = world.execute(with(sound, everything));

            assertThat(Results.rejected(result).problems())
                    .extracting(Problem::target)
                    .containsExactlyInAnyOrderElementsOf(everything.keySet());
            assertNothingHappened(world, store, before);
        }
    }

    @Test
    void severalBadValuesBelowOneComponentAreRejectedAtOnce() {
        World world = world(new ScriptedStore());

        var result = world.execute(new DecideField(
                new CommandContext(null, null, 0, null),
                null,
                new Choice.Write(new FieldMeaning(LONE_SURROGATE, OVERSIZED))));

        assertThat(Results.rejected(result).problems())
                .extracting(Problem::target, Problem::code)
                .containsExactly(
                        Tuple.tuple("choice.meaning.description", "INPUT_TOO_LONG"),
                        Tuple.tuple("choice.meaning.verboseName", "INPUT_UNPRINTABLE"),
                        Tuple.tuple("context.actor", "INPUT_MISSING"),
                        Tuple.tuple("context.expectedVersion", "INPUT_OUT_OF_RANGE"),
                        Tuple.tuple("context.session", "INPUT_MISSING"),
                        Tuple.tuple("field", "INPUT_MISSING"));
    }

    @Test
    void aMeaningThatSaysAnythingAtAllIsLegal() {
        World world = world(new ScriptedStore());

        for (FieldMeaning meaning : List.of(
                new FieldMeaning("", "", null, "EUR"),
                new FieldMeaning("", "", new FieldFormat(FieldFormat.Notation.D3, ",.2f"), ""),
                new FieldMeaning("", "", null, "", PiiClass.NONE))) {
            world.step(context -> new DecideField(context, new FieldId("region"), new Choice.Write(meaning)));
            assertThat(world.session()
                            .semantics()
                            .field(new FieldId("region"))
                            .orElseThrow()
                            .decision())
                    .isInstanceOf(FieldDecision.Manual.class);
        }
    }

    @Test
    void aPairOfSurrogatesAndOtherControlCharactersAreText() {
        World world = world(new ScriptedStore());

        Results.accepted(world.attempt(
                World.ANN,
                context -> new SetTemplateValue(context, new VariableId("url_param:region"), "😀\u0001\u202e")));
    }

    @Test
    void theLimitsThemselvesAreLegal() {
        World world = world(new ScriptedStore());

        Results.accepted(world.attempt(
                World.ANN,
                context -> new SetTemplateValue(context, new VariableId("url_param:region"), "x".repeat(4_000))));
        Results.accepted(world.execute(new StartSession(World.ANN, null, "x".repeat(65_536))));
        assertThat(Results.codes(world.execute(new StartSession(World.ANN, null, "x".repeat(65_537)))))
                .containsExactly("INPUT_TOO_LONG");
    }

    @Test
    void aListWithOneMappingTwiceIsRefusedAsAWhole() {
        World world = world(new ScriptedStore());
        MappingId status = new MappingId("F-status->column:status");

        for (List<MappingId> mappings : List.of(List.of(status, status), List.of(status, new MappingId("none")))) {
            assertThat(Results.codes(world.attempt(World.ANN, context -> new DecideMappings(context, mappings, true))))
                    .containsExactly("MAPPING_UNKNOWN");
        }
        assertThat(world.reload().session().mappings().get(0).decision()).isNull();
    }

    private static void assertNothingHappened(World world, ScriptedStore store, ReviewSession before) {
        assertThat(world.reload().session()).isEqualTo(before);
        assertThat(world.core.list(World.ADA, SessionQuery.DEFAULT).sessions()).hasSize(1);
        store.commits().stream().skip(2).forEach(refusal -> assertThat(refusal.changedParts())
                .isEmpty());
    }

    private static void assertNothingIsEchoed(List<Problem> problems, World world) {
        assertThat(problems)
                .allSatisfy(problem -> assertThat(problem.toString()).doesNotContain(MARK));
        assertThat(world.heard).allSatisfy(event -> assertThat(event.toString()).doesNotContain(MARK));
        assertThat(world.core.ledger(World.ANN, world.id()))
                .allSatisfy(entry -> assertThat(entry.toString()).doesNotContain(MARK));
    }

    private static World world(ScriptedStore store) {
        World world = new World(World.twoVariables().build(), store, true).start();
        assertThat(store.commits()).hasSize(2);
        return world;
    }

    private static List<ReviewCommand> sound() {
        Stream<SessionCommand> session =
                Commands.all().stream().map(kind -> kind.make().apply(context()));
        List<ReviewCommand> all = Stream.<ReviewCommand>concat(
                        Stream.of(new StartSession(World.ANN, null, World.LINK)), session)
                .toList();
        assertThat(all).hasSize(1 + Commands.types().size());
        return all;
    }

    /** A context of the session that every world of this test starts: ids come from chance with a fixed seed. */
    private static CommandContext context() {
        World world = world(new ScriptedStore());
        return world.context(World.ANN);
    }

    private static Object element(RecordComponent list) {
        String type = list.getGenericType().getTypeName();
        if (type.contains("FieldDecisionRequest")) {
            return new FieldDecisionRequest(new FieldId("region"), new Choice.Lock());
        }
        if (type.contains("Sha256")) {
            return Sha256.of("dsreview-test", new byte[0]);
        }
        return type.contains("MappingId") ? new MappingId("m") : "ok";
    }

    private static SemanticCandidate candidate(String verboseName) {
        return new SemanticCandidate(
                new FieldId("region"),
                new FieldMeaning(verboseName, ""),
                Endorsement.NONE,
                new Provenance(
                        new SourceId("a.csv"),
                        Sha256.of("dsreview-test", new byte[0]),
                        MatchKind.EXACT_DICTIONARY,
                        new Place.Line(1)));
    }

    private static ReviewCommand with(ReviewCommand sound, Map<String, Bad> bad) {
        RecordComponent[] components = sound.getClass().getRecordComponents();
        @Nullable Object[] values = new Object[components.length];
        Class<?>[] types = new Class<?>[components.length];
        try {
            for (int i = 0; i < components.length; i++) {
                types[i] = components[i].getType();
                Bad instead = bad.get(components[i].getName());
                values[i] = instead == null ? components[i].getAccessor().invoke(sound) : instead.value();
            }
            return (ReviewCommand)
                    sound.getClass().getDeclaredConstructor(types).newInstance(values);
        } catch (NoSuchMethodException
                | InstantiationException
                | IllegalAccessException
                | InvocationTargetException unmakeable) {
            throw new IllegalStateException(sound.getClass().getName(), unmakeable);
        }
    }
}
