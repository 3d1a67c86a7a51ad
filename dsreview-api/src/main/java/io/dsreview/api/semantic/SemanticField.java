package io.dsreview.api.semantic;

import io.dsreview.api.id.FieldId;
import java.util.List;

/**
 * One field of the dataset with all that is known about its meaning.
 *
 * @param id the field
 * @param candidates all proposals, best first; copied
 * @param decision what was decided
 * @param locked true if nothing but an unlock by a person may change the decision
 */
public record SemanticField(FieldId id, List<SemanticCandidate> candidates, FieldDecision decision, boolean locked) {

    /** Copies the candidates. */
    public SemanticField {
        candidates = List.copyOf(candidates);
    }

    /**
     * Returns a field of which nothing is known yet.
     *
     * @param id the field
     * @return the field, undecided and unlocked
     */
    public static SemanticField unknown(FieldId id) {
        return new SemanticField(id, List.of(), new FieldDecision.Undecided(), false);
    }

    /**
     * Tells whether trusted sources of the best rank disagree and no person has decided. What is merely similar or drafted is
     * no party to a conflict.
     *
     * @return true if a person must decide
     */
    public boolean isConflicted() {
        return !locked
                && !decision.isByPerson()
                && hasTrustedCandidate()
                && best().stream().map(SemanticCandidate::meaning).distinct().count() > 1;
    }

    /**
     * Tells whether a draft of a model would help: nobody describes a field of this very name, and nobody decided.
     *
     * @return false for a field that is locked, decided, or described by a trusted source
     */
    public boolean needsDraft() {
        return !locked && !decision.isByPerson() && !hasTrustedCandidate();
    }

    /**
     * Tells whether somebody describes a field of this very name.
     *
     * @return true if the first candidate's kind {@linkplain MatchKind#isTrusted() is trusted}
     */
    public boolean hasTrustedCandidate() {
        return !candidates.isEmpty() && candidates.get(0).provenance().kind().isTrusted();
    }

    /**
     * Returns the candidates of the best rank that is present.
     *
     * @return the candidates, in order; empty if there are none
     */
    public List<SemanticCandidate> best() {
        return candidates.stream()
                .filter(each -> each.provenance().kind()
                        == candidates.get(0).provenance().kind())
                .toList();
    }

    /**
     * Returns a copy with another decision.
     *
     * @param next the decision
     * @return the copy
     */
    public SemanticField withDecision(FieldDecision next) {
        return new SemanticField(id, candidates, next, locked);
    }

    /**
     * Returns a copy that is locked or unlocked.
     *
     * @param next true to lock
     * @return the copy
     */
    public SemanticField withLocked(boolean next) {
        return new SemanticField(id, candidates, decision, next);
    }
}
