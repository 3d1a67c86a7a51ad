package io.dsreview.api.mapping;

import io.dsreview.api.error.ProblemText;
import io.dsreview.api.error.Words;
import io.dsreview.api.semantic.CandidateText;
import io.dsreview.api.semantic.Similarity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A mapping in the words of a reader. Names that others gave are quoted in it as {@link Words} do: made printable and cut.
 *
 * @param reasons why filter and target belong together, one sentence each, the strongest first; copied
 * @param warnings what of the value is lost on its way, and what to do about it; copied
 */
public record MappingText(List<String> reasons, List<ProblemText> warnings) {

    private static final String BUNDLE = "io.dsreview.api.mapping.Reasons";

    /** Copies both. */
    public MappingText {
        reasons = List.copyOf(reasons);
        warnings = List.copyOf(warnings);
    }

    /**
     * Puts a mapping into words.
     *
     * @param mapping the mapping
     * @param locale the reader's language; falls back to English
     * @return the words
     */
    public static MappingText of(ExecutionMapping mapping, Locale locale) {
        List<String> reasons = new ArrayList<>();
        for (MatchReason reason : mapping.match().reasons()) {
            Similarity similarity = reason.similarity();
            String score = similarity == null ? "" : Integer.toString(similarity.score());
            Map<String, String> values = Map.of("filter", reason.filter(), "target", reason.target(), "score", score);
            reasons.add(Words.of(BUNDLE, locale, values).get(reason.kind().name()));
            if (similarity != null) {
                reasons.addAll(CandidateText.cues(similarity, locale));
            }
        }
        return new MappingText(
                reasons,
                mapping.conversion().warnings().stream()
                        .map(warning -> ProblemText.of(warning, locale))
                        .toList());
    }
}
