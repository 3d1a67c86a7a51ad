package io.dsreview.core.clarification;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.api.canonical.Sha256;
import io.dsreview.api.clarification.ClarificationState;
import io.dsreview.api.clarification.Pause;
import io.dsreview.api.clarification.Question;
import io.dsreview.api.clarification.SetAside;
import io.dsreview.api.id.FieldId;
import io.dsreview.api.id.QuestionId;
import io.dsreview.api.id.SourceId;
import io.dsreview.api.id.UserId;
import io.dsreview.api.mapping.ExecutionMapping;
import io.dsreview.api.mapping.TemplateField;
import io.dsreview.api.mapping.TemplateVariable;
import io.dsreview.api.mapping.VariableKind;
import io.dsreview.api.mapping.VariableValue;
import io.dsreview.api.semantic.Endorsement;
import io.dsreview.api.semantic.FieldDecision;
import io.dsreview.api.semantic.FieldMeaning;
import io.dsreview.api.semantic.MatchKind;
import io.dsreview.api.semantic.Place;
import io.dsreview.api.semantic.Provenance;
import io.dsreview.api.semantic.SemanticCandidate;
import io.dsreview.api.semantic.SemanticField;
import io.dsreview.api.session.Recovery;
import io.dsreview.api.session.ReviewSession;
import io.dsreview.api.session.Semantics;
import io.dsreview.api.superset.RecoveredContext;
import io.dsreview.core.World;
import io.dsreview.core.decision.Evaluations;
import io.dsreview.test.superset.SampleContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Compares the question that is asked with the one that a naive reading of the contract finds: all doubts are written down,
 * and each is held against each other. It shares nothing with the engine but the session it looks at.
 */
class ActiveQuestionOracleTest {

    private static final int STATES = 10_000;
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final UserId ANN = new UserId("ann");
    private static final List<MatchKind> KINDS = List.of(
            MatchKind.EXACT_DICTIONARY,
            MatchKind.EXACT_DICTIONARY,
            MatchKind.REFERENCE_IMPORT,
            MatchKind.REFERENCE_IMPORT,
            MatchKind.FUZZY,
            MatchKind.AI_DRAFT);
    private static final String[] COLUMNS = {"region", "status", "amount"};

    private final ReviewSession blank =
            new World(new SampleContext().dataset(1).build()).start().session();

    /** A doubt as the contract sees it; every doubt blocks. */
    private record Doubt(String id, int impact, Instant raisedAt) {

        boolean goesBefore(Doubt other) {
            if (impact != other.impact) {
                return impact > other.impact;
            }
            if (!raisedAt.equals(other.raisedAt)) {
                return raisedAt.isBefore(other.raisedAt);
            }
            return id.compareTo(other.id) < 0;
        }
    }

    @Test
    @Tag("exhaustive")
    void CL1_theActiveQuestionIsTheOneThatTheOracleFinds() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Map<String, Integer> outcomes = new TreeMap<>();
        for (int i = 0; i < STATES; i++) {
            ReviewSession known = Evaluations.whole(any(random), NOW);
            ReviewSession changed = rejectSome(describeSome(known, random), random);
            ReviewSession before = changed.withClarification(setSomeAside(changed.clarification(), random));

            ReviewSession after = Evaluations.since(known, before, NOW);

            List<Doubt> doubts = doubts(after, before.clarification());
            String expected = pick(doubts, before.clarification());
            Question active = after.clarification().active();
            assertThat(active == null ? "none" : active.id().value())
                    .as("seed %d, state %d", seed, i)
                    .isEqualTo(expected);
            assertThat(after.clarification().open())
                    .as("seed %d, state %d", seed, i)
                    .extracting(question -> new Doubt(question.id().value(), question.impact(), question.raisedAt()))
                    .containsExactlyInAnyOrderElementsOf(doubts);
            outcomes.merge(outcome(expected, doubts, before.clarification()), 1, Integer::sum);
        }
        assertThat(outcomes.keySet())
                .as("what the states were about: %s", outcomes)
                .containsExactlyInAnyOrder(
                        "DATASET", "VARIABLE_VALUE", "FIELD_MEANING", "skipped", "all deferred", "paused", "no doubt");
        assertThat(outcomes.values()).as("%s", outcomes).allMatch(count -> count >= STATES / 200);
    }

    private static String outcome(String picked, List<Doubt> doubts, ClarificationState state) {
        if (doubts.isEmpty()) {
            return "no doubt";
        }
        if (state.pause() != null) {
            return "paused";
        }
        if (picked.equals("none")) {
            return "all deferred";
        }
        boolean skipped = state.setAside().stream()
                .anyMatch(each -> each.question().value().equals(picked));
        return skipped ? "skipped" : picked.replaceFirst(":.*", "");
    }

    /** The oracle: of those nobody set aside the one that goes before all others; else the one that was skipped first. */
    private static String pick(List<Doubt> doubts, ClarificationState state) {
        if (state.pause() != null) {
            return "none";
        }
        for (Doubt one : doubts) {
            boolean first = aside(one, state) == null;
            for (Doubt other : doubts) {
                if (aside(other, state) == null && other.goesBefore(one)) {
                    first = false;
                }
            }
            if (first) {
                return one.id();
            }
        }
        for (SetAside each : state.setAside()) {
            for (Doubt doubt : doubts) {
                if (each.reason() == SetAside.Reason.SKIPPED
                        && doubt.id().equals(each.question().value())) {
                    return doubt.id();
                }
            }
        }
        return "none";
    }

    private static @Nullable SetAside aside(Doubt doubt, ClarificationState state) {
        for (SetAside each : state.setAside()) {
            if (each.question().value().equals(doubt.id())) {
                return each;
            }
        }
        return null;
    }

    private static List<Doubt> doubts(ReviewSession session, ClarificationState known) {
        List<Doubt> doubts = new ArrayList<>();
        RecoveredContext context = session.recovery().context();
        if (context == null) {
            return doubts;
        }
        Long chosen = session.recovery().datasetId();
        if (chosen == null && context.datasets().size() > 1) {
            TreeSet<String> names = new TreeSet<>();
            context.datasets().forEach(each -> each.columns()
                    .forEach(column -> names.add(column.id().value())));
            // L6 and L9
            doubts.add(doubt("DATASET", names.size() + context.filters().size() + 2, known));
        }
        for (var dataset : context.datasets()) {
            if (chosen != null && dataset.reference().id() == chosen) {
                for (TemplateVariable variable : dataset.variables()) {
                    String name = variable.id().value();
                    int feeding = 0;
                    int mappings = 0;
                    for (ExecutionMapping mapping : session.mappings()) {
                        if (mapping.target().key().equals("variable:" + name)) {
                            mappings++;
                            feeding += mapping.isEffective() ? 1 : 0;
                        }
                    }
                    boolean valued = false;
                    for (VariableValue value : session.values()) {
                        valued |= value.variable().equals(variable.id());
                    }
                    if (variable.required() && !valued && feeding == 0) {
                        // L4, L6 and L9
                        doubts.add(doubt(
                                "VARIABLE_VALUE:" + name, variable.fields().size() + mappings + 3, known));
                    }
                }
            }
        }
        for (SemanticField field : session.semantics().fields()) {
            TreeSet<String> said = new TreeSet<>();
            for (SemanticCandidate candidate : field.candidates()) {
                MatchKind best = field.candidates().get(0).provenance().kind();
                if (candidate.provenance().kind() == best
                        && (best == MatchKind.EXACT_DICTIONARY || best == MatchKind.REFERENCE_IMPORT)) {
                    said.add(candidate.meaning().verboseName());
                }
            }
            boolean person = field.decision() instanceof FieldDecision.Manual
                    || field.decision() instanceof FieldDecision.Accepted;
            if (said.size() > 1 && !person && !field.locked()) {
                int mappings = 0;
                for (ExecutionMapping mapping : session.mappings()) {
                    mappings += mapping.target().key().equals("column:" + field.id()) ? 1 : 0;
                }
                // the field and L9
                doubts.add(doubt("FIELD_MEANING:" + field.id(), 1 + mappings + 1, known));
            }
        }
        return doubts;
    }

    private static Doubt doubt(String id, int impact, ClarificationState known) {
        Instant raisedAt = NOW;
        for (Question question : known.open()) {
            raisedAt = question.id().value().equals(id) ? question.raisedAt() : raisedAt;
        }
        return new Doubt(id, impact, raisedAt);
    }

    private ReviewSession any(Random random) {
        SampleContext sample = new SampleContext();
        int datasets = 1 + random.nextInt(3);
        for (int i = 1; i <= datasets; i++) {
            sample.dataset(i, variables(random));
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            String[] values = random.nextBoolean() ? new String[] {"a"} : new String[] {"a", "b"};
            sample.filter("F-" + i, COLUMNS[random.nextInt(COLUMNS.length)], values);
        }
        RecoveredContext context = sample.build();
        Long chosen = datasets == 1 || random.nextInt(4) > 0 ? Long.valueOf(1 + random.nextInt(datasets)) : null;
        List<SemanticField> fields = new ArrayList<>();
        if (chosen != null) {
            for (String column : COLUMNS) {
                fields.add(field(column, random));
            }
        }
        return blank.withRecovery(new Recovery(Recovery.Phase.RECOVERED, null, context, null, chosen, List.of()))
                .withSemantics(new Semantics(fields, Map.of(), null, List.of()))
                .withValues(List.of())
                .withMappings(List.of())
                .withFindings(List.of())
                .withClarification(ClarificationState.EMPTY);
    }

    private static TemplateVariable[] variables(Random random) {
        List<TemplateVariable> variables = new ArrayList<>();
        for (String name : new String[] {"region", "floor", "status"}) {
            if (random.nextInt(3) == 0) {
                List<TemplateField> fields = new ArrayList<>(List.of(TemplateField.of(TemplateField.Kind.SQL)));
                for (int i = random.nextInt(3); i > 0; i--) {
                    fields.add(new TemplateField(TemplateField.Kind.METRIC, "m" + i));
                }
                VariableKind kind = random.nextBoolean() ? VariableKind.URL_PARAM : VariableKind.FILTER_VALUES;
                variables.add(new TemplateVariable(
                        kind.variable(name), kind, name, random.nextInt(4) > 0, null, fields, List.of()));
            }
        }
        return variables.toArray(TemplateVariable[]::new);
    }

    private static SemanticField field(String column, Random random) {
        FieldId id = new FieldId(column);
        List<SemanticCandidate> candidates = new ArrayList<>();
        MatchKind kind = KINDS.get(random.nextInt(KINDS.size()));
        for (int i = random.nextInt(4); i > 0; i--) {
            candidates.add(new SemanticCandidate(
                    id,
                    new FieldMeaning("meaning " + random.nextInt(2), ""),
                    Endorsement.NONE,
                    new Provenance(
                            new SourceId("s" + i + ".csv"),
                            Sha256.of("dsreview-test", new byte[0]),
                            kind,
                            new Place.Line(2))));
        }
        FieldDecision decision = random.nextInt(5) == 0
                ? new FieldDecision.Manual(new FieldMeaning("mine", ""), ANN, NOW)
                : new FieldDecision.Undecided();
        return new SemanticField(id, candidates, decision, random.nextInt(6) == 0);
    }

    private static ReviewSession describeSome(ReviewSession session, Random random) {
        return session.withSemantics(session.semantics()
                .withFields(session.semantics().fields().stream()
                        .map(field -> random.nextInt(3) == 0 ? field(field.id().value(), random) : field)
                        .toList()));
    }

    private static ReviewSession rejectSome(ReviewSession session, Random random) {
        return session.withMappings(session.mappings().stream()
                .map(mapping -> random.nextInt(3) == 0 ? mapping.decided(random.nextBoolean(), ANN, NOW) : mapping)
                .toList());
    }

    /** Makes questions of any age, some of them set aside, sometimes all, and the clarification sometimes paused. */
    private static ClarificationState setSomeAside(ClarificationState state, Random random) {
        List<Question> aged = new ArrayList<>();
        List<SetAside> aside = new ArrayList<>();
        int most = random.nextInt(3);
        for (Question question : state.open()) {
            aged.add(new Question(
                    question.id(),
                    question.topic(),
                    question.subject(),
                    question.blocking(),
                    question.impact(),
                    NOW.minusSeconds(random.nextInt(2)),
                    question.guess(),
                    question.options(),
                    question.freeText()));
            if (random.nextInt(2) < most) {
                SetAside.Reason reason = random.nextBoolean() ? SetAside.Reason.SKIPPED : SetAside.Reason.DEFERRED;
                aside.add(random.nextInt(aside.size() + 1), new SetAside(question.id(), reason, "", ANN, NOW));
            }
        }
        aside.add(new SetAside(new QuestionId("GONE"), SetAside.Reason.SKIPPED, "", ANN, NOW));
        return state.asking(null, aged)
                .withSetAside(aside)
                .withPause(random.nextInt(8) == 0 ? new Pause(ANN, NOW) : null);
    }
}
