package io.dsreview.core.ranking;

import io.dsreview.api.id.SourceId;
import io.dsreview.api.semantic.RankingRule;
import io.dsreview.api.semantic.SemanticCandidate;
import java.util.List;
import java.util.stream.Stream;

/** Keeps the candidates of a field in the explicit order of {@link RankingRule}. */
final class CandidateRanking {

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
                .sorted(RankingRule.order())
                .toList();
    }
}
