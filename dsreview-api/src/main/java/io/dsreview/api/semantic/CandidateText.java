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
import java.util.stream.Stream;

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
        List<String> sentences = new ArrayList<>();
        found(candidate.provenance(), locale).forEach(sentences::add);
        Certification certified = candidate.endorsement().certification();
        if (certified != null) {
            String key = certified.details().isEmpty() ? "certified" : "certified.details";
            sentences.add(words(locale, Map.of("by", certified.certifiedBy(), "details", certified.details()))
                    .get(key));
        }
        List<String> owners = candidate.endorsement().owners();
        if (!owners.isEmpty()) {
            sentences.add(
                    words(locale, Map.of("owners", String.join(", ", owners))).get("owners"));
        }
        for (String warning : candidate.endorsement().warnings()) {
            sentences.add(words(locale, Map.of("warning", warning)).get("warning"));
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
                .map(rule -> words(locale, Map.of()).get("standing." + rule.name()))
                .orElse("");
    }

    private static Stream<String> found(Provenance from, Locale locale) {
        Similarity similarity = from.similarity();
        if (similarity == null) {
            return Stream.of(place(from, locale));
        }
        Map<String, String> values = Map.of("entry", similarity.entry(), "score", Integer.toString(similarity.score()));
        return Stream.concat(
                Stream.of(place(from, locale), words(locale, values).get("similar")),
                cues(similarity, locale).stream());
    }

    /**
     * Says which words were taken for each other.
     *
     * @param similarity how similar two names are
     * @param locale the reader's language; falls back to English
     * @return one sentence each, in the order of the cues
     */
    public static List<String> cues(Similarity similarity, Locale locale) {
        return similarity.cues().stream()
                .map(cue -> words(locale, Map.of("field", cue.field(), "entry", cue.entry()))
                        .get("cue." + cue.kind().name()))
                .toList();
    }

    private static String place(Provenance from, Locale locale) {
        String source = from.source().value();
        if (from.place() instanceof Line line) {
            return words(locale, Map.of("source", source, "line", Long.toString(line.number())))
                    .get("line");
        }
        if (from.place() instanceof Path path) {
            return words(locale, Map.of("source", source, "path", path.text())).get("path");
        }
        if (from.place() instanceof Draft draft) {
            return words(locale, Map.of("provider", draft.provider(), "model", draft.model()))
                    .get("draft");
        }
        DatasetField field = (DatasetField) from.place();
        Map<String, String> values = Map.of(
                "name", field.name(),
                "dataset", field.datasetName(),
                "id", Long.toString(field.dataset()),
                "environment", field.environment().value(),
                "changed", field.changedOn());
        return words(locale, values).get(field.kind() == Place.Kind.COLUMN ? "column" : "metric");
    }

    private static Words words(Locale locale, Map<String, String> values) {
        return Words.of(BUNDLE, locale, values);
    }
}
