package io.dsreview.api.semantic;

import io.dsreview.api.id.FieldId;
import io.dsreview.api.id.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One field of the dataset with all that is known about its meaning.
 *
 * @param id the field
 * @param candidates all proposals, best first, those that a person rejected included; copied
 * @param decision what was decided
 * @param locked true if nothing but an unlock by a person may change the decision
 * @param rejections the proposals that a person rejected, the oldest first; copied
 */
public record SemanticField(
        FieldId id,
        List<SemanticCandidate> candidates,
        FieldDecision decision,
        boolean locked,
        List<Rejection> rejections) {

    /** Copies candidates and rejections. */
    public SemanticField {
        candidates = List.copyOf(candidates);
        rejections = List.copyOf(rejections);
    }

    /**
     * Makes a field of which nothing was rejected.
     *
     * @param id the field
     * @param candidates all proposals, best first
     * @param decision what was decided
     * @param locked true if nothing but an unlock by a person may change the decision
     */
    public SemanticField(FieldId id, List<SemanticCandidate> candidates, FieldDecision decision, boolean locked) {
        this(id, candidates, decision, locked, List.of());
    }

    /**
     * A person's word that a candidate is wrong. It holds for all that {@linkplain SemanticCandidate#proposesTheSameAs proposes the
     * same}; where a new version of the source says something else, that is proposed anew.
     *
     * @param candidate the candidate
     * @param by who rejected it
     * @param at when
     */
    public record Rejection(SemanticCandidate candidate, UserId by, Instant at) {}

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
     * Returns the candidates that nobody rejected: only these are suggested, disputed or taken over.
     *
     * @return the candidates, best first
     */
    public List<SemanticCandidate> standing() {
        return rejections.isEmpty()
                ? candidates
                : candidates.stream().filter(each -> !isRejected(each)).toList();
    }

    /**
     * Tells whether a person rejected a candidate.
     *
     * @param candidate the candidate
     * @return true if its rejection stands
     */
    public boolean isRejected(SemanticCandidate candidate) {
        return rejection(candidate).isPresent();
    }

    /**
     * Returns the rejection of a candidate.
     *
     * @param candidate the candidate
     * @return who rejected it and when; empty unless its rejection stands
     */
    public Optional<Rejection> rejection(SemanticCandidate candidate) {
        return rejections.stream()
                .filter(each -> each.candidate().proposesTheSameAs(candidate))
                .findFirst();
    }

    /**
     * Tells whether trusted sources of the best rank disagree and nothing is decided. What is merely similar or drafted is
     * no party to a conflict.
     *
     * @return true if a person must decide
     */
    public boolean isConflicted() {
        return !locked && !decision.isDecided() && hasTrustedCandidate() && disagrees(standing());
    }

    /** The same as comparing all of {@link #best}; asked of every field by every command, and therefore without a list of them. */
    private static boolean disagrees(List<SemanticCandidate> standing) {
        SemanticCandidate first = standing.get(0);
        for (SemanticCandidate each : standing) {
            if (each.provenance().kind() == first.provenance().kind()
                    && !each.meaning().equals(first.meaning())) {
                return true;
            }
        }
        return false;
    }

    /**
     * Tells whether a person said anything of this field: a decision, a lock or a rejection. Such a field is kept where its column is
     * gone, should it come back.
     *
     * @return false if all that is known of it comes from sources
     */
    public boolean isSpokenFor() {
        return locked || decision.isByPerson() || !rejections.isEmpty();
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
     * @return true if the kind of the first standing candidate {@linkplain MatchKind#isTrusted() is trusted}
     */
    public boolean hasTrustedCandidate() {
        List<SemanticCandidate> standing = standing();
        return !standing.isEmpty() && standing.get(0).provenance().kind().isTrusted();
    }

    /**
     * Returns the standing candidates of the best rank that is present.
     *
     * @return the candidates, in order; empty if there are none
     */
    public List<SemanticCandidate> best() {
        List<SemanticCandidate> standing = standing();
        return standing.stream()
                .filter(each ->
                        each.provenance().kind() == standing.get(0).provenance().kind())
                .toList();
    }

    /**
     * Returns a copy with another decision.
     *
     * @param next the decision
     * @return the copy
     */
    public SemanticField withDecision(FieldDecision next) {
        return new SemanticField(id, candidates, next, locked, rejections);
    }

    /**
     * Returns a copy that is locked or unlocked.
     *
     * @param next true to lock
     * @return the copy
     */
    public SemanticField withLocked(boolean next) {
        return new SemanticField(id, candidates, decision, next, rejections);
    }

    /**
     * Returns a copy with other candidates.
     *
     * @param next the candidates, best first
     * @return the copy
     */
    public SemanticField withCandidates(List<SemanticCandidate> next) {
        return new SemanticField(id, next, decision, locked, rejections);
    }

    /**
     * Returns a copy with other rejections.
     *
     * @param next the rejections, the oldest first
     * @return the copy
     */
    public SemanticField withRejections(List<Rejection> next) {
        return new SemanticField(id, candidates, decision, locked, next);
    }
}
