package io.dsreview.core.clarification;

import io.dsreview.api.clarification.Guess;
import io.dsreview.api.clarification.Option;
import io.dsreview.api.clarification.Question;
import io.dsreview.api.clarification.Topic;
import io.dsreview.api.execution.DatasetReference;
import io.dsreview.api.id.FieldId;
import io.dsreview.api.id.QuestionId;
import io.dsreview.api.mapping.TemplateVariable;
import io.dsreview.api.mapping.VariableValue.Origin;
import io.dsreview.api.semantic.FieldDecision;
import io.dsreview.api.semantic.SemanticCandidate;
import io.dsreview.api.semantic.SemanticField;
import io.dsreview.api.session.ReviewSession;
import io.dsreview.api.superset.RecoveredContext;
import io.dsreview.api.superset.RecoveredDataset;
import io.dsreview.core.mapping.VariableState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The questions that a session still has to ask. Pure: the same session gives the same questions. */
public final class Doubts {

    private final @Nullable ReviewSession before;
    private final ReviewSession session;
    private final Instant now;
    private final Impact impact;
    private @Nullable Map<QuestionId, Instant> raised;

    private Doubts(@Nullable ReviewSession before, ReviewSession session, Instant now) {
        this.before = before;
        this.session = session;
        this.now = now;
        this.impact = new Impact(session);
    }

    /**
     * Returns all open questions.
     *
     * @param before the session when it was asked for them last, with the same recovery, or null to look at every field again;
     *     the questions are the same
     * @param session the session
     * @param now since when a new question is open; those that were open before keep their time
     * @return the questions, each id once, in no particular order
     */
    public static List<Question> of(@Nullable ReviewSession before, ReviewSession session, Instant now) {
        List<QuestionId> reopened = session.clarification().reopened();
        boolean comparable = before != null && before.clarification().reopened().equals(reopened);
        return new Doubts(comparable ? before : null, session, now)
                .questions(new HashSet<>(reopened))
                .toList();
    }

    /**
     * Tells whether what an answer did can be revised by answering the question again.
     *
     * @param session the session
     * @param question a question that was answered
     * @return false if a later decision took the place of the answer, or what it was about is gone
     */
    public static boolean isRevisable(ReviewSession session, QuestionId question) {
        return session.clarification().answerTo(question).isPresent()
                && new Doubts(null, session, Instant.EPOCH)
                        .questions(Set.of(question))
                        .anyMatch(each -> each.id().equals(question));
    }

    /**
     * Returns what an answer about a field's meaning stands for.
     *
     * @param candidate the candidate
     * @return the value of the option that offers it
     */
    public static String optionOf(SemanticCandidate candidate) {
        return candidate.provenance().source() + ":"
                + candidate.provenance().place().key();
    }

    private Stream<Question> questions(Set<QuestionId> again) {
        RecoveredContext context = session.recovery().context();
        if (context == null) {
            return Stream.empty();
        }
        Stream<Question> dataset = isDatasetInDoubt(context, again) ? Stream.of(whichDataset(context)) : Stream.empty();
        Stream<Question> values = VariableState.mattering(session)
                .filter(state -> isValueInDoubt(state, again))
                .map(state -> whichValue(context, state.variable()));
        return Stream.of(dataset, values, meanings(again)).flatMap(each -> each);
    }

    /** Of a field that is as it was, the question stands. */
    private Stream<Question> meanings(Set<QuestionId> again) {
        List<SemanticField> changed = changed();
        Stream<Question> looked =
                changed.stream().filter(field -> isMeaningInDoubt(field, again)).map(this::whichMeaning);
        return before == null ? looked : Stream.concat(standing(before, changed), looked);
    }

    private List<SemanticField> changed() {
        List<SemanticField> after = session.semantics().fields();
        if (before != null && before.semantics().fields().equals(after)) {
            return List.of();
        }
        List<SemanticField> present = session.semantics().presentIn(session.recovery());
        return before == null ? present : changed(before.semantics().fields(), present);
    }

    /** Fields are in the order of the dataset, which is the same one. */
    private static List<SemanticField> changed(List<SemanticField> before, List<SemanticField> after) {
        List<SemanticField> changed = new ArrayList<>();
        for (int i = 0; i < after.size(); i++) {
            if (i >= before.size() || !after.get(i).equals(before.get(i))) {
                changed.add(after.get(i));
            }
        }
        return changed;
    }

    /** What hangs on a question may be more or less than it was, where mappings changed. */
    private Stream<Question> standing(ReviewSession earlier, List<SemanticField> changed) {
        Set<String> names = changed.stream().map(field -> field.id().value()).collect(Collectors.toSet());
        Stream<Question> standing = session.clarification().open().stream()
                .filter(known -> known.topic() == Topic.FIELD_MEANING && !names.contains(known.subject()));
        return earlier.mappings().equals(session.mappings()) ? standing : standing.map(this::weighed);
    }

    private Question weighed(Question known) {
        int weight = impact.ofMeaning(new FieldId(known.subject()));
        return weight == known.impact()
                ? known
                : question(known.topic(), known.subject(), weight, known.guess(), known.options(), known.freeText());
    }

    private boolean isDatasetInDoubt(RecoveredContext context, Set<QuestionId> again) {
        Long chosen = session.recovery().datasetId();
        if (chosen == null) {
            return context.reviewable().size() > 1;
        }
        return again.contains(Question.idOf(Topic.DATASET, ""))
                && context.reviewable().stream()
                        .anyMatch(dataset -> dataset.reference().id() != chosen);
    }

    private static boolean isValueInDoubt(VariableState state, Set<QuestionId> again) {
        if (state.variable().required() && !state.hasCandidate()) {
            return true;
        }
        return isAnswered(state)
                && again.contains(Question.idOf(
                        Topic.VARIABLE_VALUE, state.variable().id().value()));
    }

    private static boolean isMeaningInDoubt(SemanticField field, Set<QuestionId> again) {
        if (field.isConflicted()) {
            return true;
        }
        return isChosen(field)
                && again.contains(Question.idOf(Topic.FIELD_MEANING, field.id().value()));
    }

    private static boolean isAnswered(VariableState state) {
        return state.value().filter(value -> value.origin() == Origin.ANSWER).isPresent();
    }

    private static boolean isChosen(SemanticField field) {
        return !field.locked()
                && field.decision() instanceof FieldDecision.Accepted
                && field.withDecision(new FieldDecision.Undecided()).isConflicted();
    }

    private Question whichDataset(RecoveredContext context) {
        List<Option> options = context.reviewable().stream()
                .map(RecoveredDataset::reference)
                .map(dataset -> new Option(Long.toString(dataset.id()), label(dataset)))
                .toList();
        Guess guess = answer(Topic.DATASET, "").orElse(null);
        return question(Topic.DATASET, "", Impact.ofDataset(context), guess, options, false);
    }

    private static String label(DatasetReference dataset) {
        return dataset.name() + " (" + dataset.id() + ")";
    }

    private Question whichValue(RecoveredContext context, TemplateVariable variable) {
        List<Option> options = knownValues(context, variable.name())
                .distinct()
                .map(value -> new Option(value, value))
                .toList();
        String subject = variable.id().value();
        Guess guess = answer(Topic.VARIABLE_VALUE, subject)
                .or(() -> options.stream()
                        .findFirst()
                        .map(first -> new Guess(first.value(), Guess.Origin.FILTER, variable.name())))
                .orElse(null);
        return question(Topic.VARIABLE_VALUE, subject, impact.ofValue(variable), guess, options, true);
    }

    private static Stream<String> knownValues(RecoveredContext context, String column) {
        return context.filters().stream()
                .flatMap(filter -> filter.value().conditions().stream())
                .filter(condition -> condition.column().value().equals(column))
                .flatMap(condition -> condition.values().stream())
                .map(scalar -> scalar.text())
                .filter(text -> !text.isBlank());
    }

    private Question whichMeaning(SemanticField field) {
        List<SemanticCandidate> best = field.best();
        List<Option> options = new ArrayList<>(best.size());
        for (SemanticCandidate candidate : best) {
            String option = optionOf(candidate);
            options.add(new Option(option, label(candidate, option)));
        }
        Guess guess = chosen(field, best)
                .orElseGet(() -> new Guess(
                        options.get(0).value(),
                        Guess.Origin.SEMANTIC_SOURCE,
                        best.get(0).provenance().source().value()));
        return question(Topic.FIELD_MEANING, field.id().value(), impact.ofMeaning(field.id()), guess, options, false);
    }

    /** The answer so far, if it is still on offer: an option is named by its place, where a new version may say something else. */
    private static Optional<Guess> chosen(SemanticField field, List<SemanticCandidate> best) {
        return field.decision() instanceof FieldDecision.Accepted accepted
                ? best.stream()
                        .filter(accepted.candidate()::proposesTheSameAs)
                        .findFirst()
                        .map(same -> new Guess(
                                optionOf(same),
                                Guess.Origin.ANSWER,
                                accepted.by().value()))
                : Optional.empty();
    }

    private static String label(SemanticCandidate candidate, String option) {
        String name = candidate.meaning().verboseName();
        String description = candidate.meaning().description();
        String separator = name.isBlank() || description.isBlank() ? "" : ": ";
        return (name.isBlank() ? "" : name)
                + separator
                + (description.isBlank() ? "" : description)
                + " ("
                + option
                + ")";
    }

    /** The answer so far, to a question that was reopened: it goes before any other guess. */
    private Optional<Guess> answer(Topic topic, String subject) {
        QuestionId id = Question.idOf(topic, subject);
        return session.clarification().reopened().contains(id)
                ? session.clarification()
                        .answerTo(id)
                        .map(answer -> new Guess(
                                answer.value(), Guess.Origin.ANSWER, answer.by().value()))
                : Optional.empty();
    }

    private Question question(
            Topic topic, String subject, int impact, @Nullable Guess guess, List<Option> options, boolean freeText) {
        QuestionId id = Question.idOf(topic, subject);
        Instant raisedAt = raised().getOrDefault(id, now);
        return new Question(id, topic, subject, true, impact, raisedAt, guess, options, freeText);
    }

    /** Most commands raise no doubt. */
    private Map<QuestionId, Instant> raised() {
        if (raised == null) {
            raised = new HashMap<>();
            for (Question open : session.clarification().open()) {
                raised.putIfAbsent(open.id(), open.raisedAt());
            }
        }
        return raised;
    }
}
