package io.dsreview.core.ranking;

import io.dsreview.api.id.SourceId;
import io.dsreview.api.semantic.Place;
import io.dsreview.api.semantic.SemanticCandidate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The explicit order of candidates: by kind of match, in the order of {@link io.dsreview.api.semantic.MatchKind}; within a
 * kind by confidence, then by source name, then by line, so that the order never depends on when something was imported.
 */
final class CandidateRanking {

    private static final Comparator<SemanticCandidate> ORDER = Comparator.comparing(
                    (SemanticCandidate candidate) -> candidate.provenance().kind())
            .thenComparing(SemanticCandidate::confidence)
            .thenComparing(candidate -> candidate.provenance().source().value())
            .thenComparingLong(
                    candidate -> candidate.provenance().place() instanceof Place.Line line ? line.number() : 0);

    private CandidateRanking() {}

    /** Replaces what a source said before by what it says now, and puts all candidates in order. */
    static List<SemanticCandidate> merge(
            List<SemanticCandidate> known, SourceId source, Stream<SemanticCandidate> found) {
        return Stream.concat(
                        known.stream()
                                .filter(candidate ->
                                        !candidate.provenance().source().equals(source)),
                        found)
                .distinct()
                .sorted(ORDER)
                .toList();
    }
}
