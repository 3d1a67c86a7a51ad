package io.dsreview.api.semantic;

import io.dsreview.api.error.Words;
import io.dsreview.api.semantic.Endorsement.Certification;
import io.dsreview.api.semantic.Place.DatasetField;
import io.dsreview.api.semantic.Place.Draft;
import io.dsreview.api.semantic.Place.Line;
import io.dsreview.api.semantic.Place.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * The evidence for a candidate in the words of a reader. What others wrote is quoted in it as {@link Words} do: made
 * printable and cut.
 *
 * @param evidence one sentence each: where it was found, who certifies it, who owns it, what readers are warned of; copied
 */
public record CandidateText(List<String> evidence) {

    private static final String BUNDLE = "io.dsreview.api.semantic.Evidence";

    /** Copies the sentences. */
    public CandidateText {
        evidence = List.copyOf(evidence);
    }

    /**
     * Puts a candidate's evidence into words.
     *
     * @param candidate the candidate
     * @param locale the reader's language; falls back to English
     * @return the words
     */
    public static CandidateText of(SemanticCandidate candidate, Locale locale) {
        return in(locale).apply(candidate);
    }

    /**
     * Returns what puts the evidence for candidates into words: for many of them, it looks the language up once.
     *
     * @param locale the reader's language; falls back to English
     * @return gives the words for a candidate; thread-safe
     */
    public static Function<SemanticCandidate, CandidateText> in(Locale locale) {
        Words words = Words.of(BUNDLE, locale, Map.of());
        return candidate -> of(candidate, words);
    }

    private static CandidateText of(SemanticCandidate candidate, Words words) {
        List<String> sentences = new ArrayList<>();
        sentences.add(place(candidate.provenance(), words));
        Similarity similarity = candidate.provenance().similarity();
        if (similarity != null) {
            sentences.add(words.with(Map.of("entry", similarity.entry(), "score", Integer.toString(similarity.score())))
                    .get("similar"));
            sentences.addAll(cues(similarity, words));
        }
        Certification certified = candidate.endorsement().certification();
        if (certified != null) {
            String key = certified.details().isEmpty() ? "certified" : "certified.details";
            sentences.add(words.with(Map.of("by", certified.certifiedBy(), "details", certified.details()))
                    .get(key));
        }
        List<String> owners = candidate.endorsement().owners();
        if (!owners.isEmpty()) {
            sentences.add(
                    words.with(Map.of("owners", String.join(", ", owners))).get("owners"));
        }
        for (String warning : candidate.endorsement().warnings()) {
            sentences.add(words.with(Map.of("warning", warning)).get("warning"));
        }
        return new CandidateText(sentences);
    }

    /** Returns all sentences as one line. */
    @Override
    public String toString() {
        return String.join(" ", evidence);
    }

    /**
     * Says why one candidate stands before another.
     *
     * @param better the one that stands before
     * @param other the one that stands after
     * @param locale the reader's language; falls back to English
     * @return one sentence; empty if no rule tells them apart
     */
    public static String standing(SemanticCandidate better, SemanticCandidate other, Locale locale) {
        return RankingRule.deciding(better, other)
                .map(rule -> Words.of(BUNDLE, locale, Map.of()).get("standing." + rule.name()))
                .orElse("");
    }

    /**
     * Says which words were taken for each other.
     *
     * @param similarity how similar two names are
     * @param locale the reader's language; falls back to English
     * @return one sentence each, in the order of the cues
     */
    public static List<String> cues(Similarity similarity, Locale locale) {
        return cues(similarity, Words.of(BUNDLE, locale, Map.of()));
    }

    private static List<String> cues(Similarity similarity, Words words) {
        List<String> sentences = new ArrayList<>();
        for (Similarity.Cue cue : similarity.cues()) {
            sentences.add(words.with(Map.of("field", cue.field(), "entry", cue.entry()))
                    .get("cue." + cue.kind().name()));
        }
        return sentences;
    }

    private static String place(Provenance from, Words words) {
        String source = from.source().value();
        if (from.place() instanceof Line line) {
            return words.with(Map.of("source", source, "line", Long.toString(line.number())))
                    .get("line");
        }
        if (from.place() instanceof Path path) {
            return words.with(Map.of("source", source, "path", path.text())).get("path");
        }
        if (from.place() instanceof Draft draft) {
            return words.with(Map.of("provider", draft.provider(), "model", draft.model()))
                    .get("draft");
        }
        DatasetField field = (DatasetField) from.place();
        Map<String, String> values = Map.of(
                "name", field.name(),
                "dataset", field.datasetName(),
                "id", Long.toString(field.dataset()),
                "environment", field.environment().value(),
                "changed", field.changedOn());
        return words.with(values).get(field.kind() == Place.Kind.COLUMN ? "column" : "metric");
    }
}
