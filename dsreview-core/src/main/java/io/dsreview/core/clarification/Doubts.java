package io.dsreview.core.clarification;

import io.dsreview.api.clarification.Guess;
import io.dsreview.api.clarification.Option;
import io.dsreview.api.clarification.Question;
import io.dsreview.api.clarification.Topic;
import io.dsreview.api.execution.DatasetReference;
import io.dsreview.api.mapping.TemplateVariable;
import io.dsreview.api.semantic.Place;
import io.dsreview.api.semantic.SemanticCandidate;
import io.dsreview.api.semantic.SemanticField;
import io.dsreview.api.session.ReviewSession;
import io.dsreview.api.superset.RecoveredContext;
import io.dsreview.api.superset.RecoveredDataset;
import io.dsreview.core.mapping.VariableState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The questions that a session still has to ask. Pure: the same session gives the same questions. */
public final class Doubts {

    private Doubts() {}

    /**
     * Returns all open questions.
     *
     * @param session the session
     * @param now since when a new question is open; those that were open before keep their time
     * @return the questions, each id once
     */
    public static List<Question> of(ReviewSession session, Instant now) {
        List<Question> doubts = new ArrayList<>();
        RecoveredContext context = session.recovery().context();
        if (context == null) {
            return doubts;
        }
        if (session.recovery().datasetId() == null && context.reviewable().size() > 1) {
            doubts.add(whichDataset(session, context, now));
        }
        VariableState.mattering(session)
                .filter(state -> state.variable().required() && !state.hasCandidate())
                .forEach(state -> doubts.add(whichValue(session, state.variable(), now)));
        session.semantics().fields().stream()
                .filter(SemanticField::isConflicted)
                .forEach(field -> doubts.add(whichMeaning(session, field, now)));
        return doubts;
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

    private static Question whichDataset(ReviewSession session, RecoveredContext context, Instant now) {
        List<Option> options = context.reviewable().stream()
                .map(RecoveredDataset::reference)
                .map(dataset -> new Option(Long.toString(dataset.id()), label(dataset)))
                .toList();
        return question(session, Topic.DATASET, "", context.charts().size() + 1, now, null, options, false);
    }

    private static String label(DatasetReference dataset) {
        return dataset.name() + " (dataset " + dataset.id() + ")";
    }

    private static Question whichValue(ReviewSession session, TemplateVariable variable, Instant now) {
        List<Option> options = knownValues(session, variable.name())
                .distinct()
                .map(value -> new Option(value, value))
                .toList();
        Guess guess = options.isEmpty() ? null : new Guess(options.get(0).value(), "filter on " + variable.name());
        return question(session, Topic.VARIABLE_VALUE, variable.id().value(), 2, now, guess, options, true);
    }

    private static Stream<String> knownValues(ReviewSession session, String column) {
        return Optional.ofNullable(session.recovery().context()).stream()
                .flatMap(context -> context.filters().stream())
                .flatMap(filter -> filter.value().conditions().stream())
                .filter(condition -> condition.column().value().equals(column))
                .flatMap(condition -> condition.values().stream())
                .map(scalar -> scalar.text())
                .filter(text -> !text.isBlank());
    }

    private static Question whichMeaning(ReviewSession session, SemanticField field, Instant now) {
        List<Option> options = field.best().stream()
                .map(candidate -> new Option(optionOf(candidate), label(candidate)))
                .toList();
        SemanticCandidate first = field.best().get(0);
        Guess guess = new Guess(optionOf(first), first.provenance().source().value());
        return question(session, Topic.FIELD_MEANING, field.id().value(), 1, now, guess, options, false);
    }

    private static String label(SemanticCandidate candidate) {
        return candidate.meaning().verboseName() + ": " + candidate.meaning().description() + " ("
                + candidate.provenance().source() + ", " + place(candidate) + ")";
    }

    private static String place(SemanticCandidate candidate) {
        Place place = candidate.provenance().place();
        return place instanceof Place.Line line ? "line " + line.number() : place.key();
    }

    private static Question question(
            ReviewSession session,
            Topic topic,
            String subject,
            int impact,
            Instant now,
            @Nullable Guess guess,
            List<Option> options,
            boolean freeText) {
        var id = Question.idOf(topic, subject);
        Instant raisedAt = session.clarification().open().stream()
                .filter(open -> open.id().equals(id))
                .map(Question::raisedAt)
                .findFirst()
                .orElse(now);
        return new Question(id, topic, subject, true, impact, raisedAt, guess, options, freeText);
    }
}
