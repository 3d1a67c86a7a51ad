package io.dsreview.api.semantic;

import io.dsreview.api.id.UserId;
import java.time.Instant;
import java.util.Optional;

/** What was decided about the meaning of a field, and by whom. */
public sealed interface FieldDecision {

    /** Nothing yet. */
    record Undecided() implements FieldDecision {}

    /**
     * The best candidate of a trusted source was taken over; a later import may replace it.
     *
     * @param candidate the candidate
     */
    record Imported(SemanticCandidate candidate) implements FieldDecision {}

    /**
     * A person chose one of the candidates; no import replaces it.
     *
     * @param candidate the candidate
     * @param by who chose
     * @param at when
     */
    record Accepted(SemanticCandidate candidate, UserId by, Instant at) implements FieldDecision {}

    /**
     * A person wrote the meaning; no import replaces it.
     *
     * @param value the meaning
     * @param by who wrote it
     * @param at when
     */
    record Manual(FieldMeaning value, UserId by, Instant at) implements FieldDecision {}

    /**
     * Tells whether anything was decided, and there is a meaning.
     *
     * @return false for {@link Undecided}
     */
    default boolean isDecided() {
        return !(this instanceof Undecided);
    }

    /**
     * Tells whether a person decided.
     *
     * @return true for {@link Accepted} and {@link Manual}
     */
    default boolean isByPerson() {
        return this instanceof Accepted || this instanceof Manual;
    }

    /**
     * Returns the candidate that the decision rests on.
     *
     * @return what was taken over or accepted; empty while nothing is decided, or where a person wrote the meaning
     */
    default Optional<SemanticCandidate> basis() {
        if (this instanceof Imported imported) {
            return Optional.of(imported.candidate);
        }
        return this instanceof Accepted accepted ? Optional.of(accepted.candidate) : Optional.empty();
    }

    /**
     * Returns the meaning that was decided.
     *
     * @return the meaning, or empty while nothing is decided
     */
    default Optional<FieldMeaning> meaning() {
        return this instanceof Manual manual ? Optional.of(manual.value) : basis().map(SemanticCandidate::meaning);
    }
}
