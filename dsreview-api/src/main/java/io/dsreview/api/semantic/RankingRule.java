package io.dsreview.api.semantic;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rules that put the candidates of a field in order. The first that tells two candidates apart decides; none looks at when
 * something was imported, so that the order is the same however it came about.
 */
public enum RankingRule {
    /** An earlier {@link MatchKind} comes first: exact dictionary, reference import, fuzzy, AI draft. */
    MATCH_KIND,
    /** A surer {@link Confidence} comes first. */
    CONFIDENCE,
    /** A higher {@link Similarity#score()} comes first. */
    SIMILARITY,
    /** The name of the source, by its characters. */
    SOURCE_NAME,
    /** The place within the source: the number of the line, entry or row, then the text of the place. */
    PLACE;

    /** The entries of a list and the rows of a table. */
    private static final Pattern NUMBERED = Pattern.compile("(?:\\$\\[|row )(?<number>\\d{1,18})]?");

    private static final Comparator<SemanticCandidate> ORDER = Arrays.stream(values())
            .map(RankingRule::comparator)
            .reduce(Comparator::thenComparing)
            .orElseThrow();

    /**
     * Returns the order that all rules together make, best first.
     *
     * @return the comparator
     */
    public static Comparator<SemanticCandidate> order() {
        return ORDER;
    }

    /**
     * Tells why one candidate stands before or after another; {@link CandidateText#standing} says it in words.
     *
     * @param one a candidate
     * @param other another candidate of the same field
     * @return the rule that decides, or empty if none tells them apart
     */
    public static Optional<RankingRule> deciding(SemanticCandidate one, SemanticCandidate other) {
        return Arrays.stream(values())
                .filter(rule -> rule.comparator().compare(one, other) != 0)
                .findFirst();
    }

    private Comparator<SemanticCandidate> comparator() {
        return switch (this) {
            case MATCH_KIND ->
                Comparator.comparing(candidate -> candidate.provenance().kind());
            case CONFIDENCE -> Comparator.comparing(SemanticCandidate::confidence);
            case SIMILARITY -> Comparator.comparing(RankingRule::score).reversed();
            case SOURCE_NAME ->
                Comparator.comparing(
                        candidate -> candidate.provenance().source().value());
            case PLACE ->
                Comparator.comparing(RankingRule::number)
                        .thenComparing(
                                candidate -> candidate.provenance().place().key());
        };
    }

    private static int score(SemanticCandidate candidate) {
        Similarity similarity = candidate.provenance().similarity();
        return similarity == null ? 0 : similarity.score();
    }

    private static long number(SemanticCandidate candidate) {
        Place place = candidate.provenance().place();
        if (place instanceof Place.Line line) {
            return line.number();
        }
        Matcher numbered = NUMBERED.matcher(place.key());
        return numbered.matches() ? Long.parseLong(numbered.group("number")) : 0;
    }
}
