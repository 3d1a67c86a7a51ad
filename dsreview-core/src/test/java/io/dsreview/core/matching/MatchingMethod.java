package io.dsreview.core.matching;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * A way to find the entry that a header is about.
 *
 * @param name what it is called
 * @param answers the best entry for a header, with its score
 */
record MatchingMethod(String name, Function answers) {

    /** The best entry for a header with its score, or empty. */
    interface Function {
        Optional<Answer> of(String header);
    }

    record Answer(String entry, double score) {}

    static MatchingMethod ours(LabelledHeaders set) {
        NameMatcher matcher = new NameMatcher(
                set.dictionary(),
                set.headers().stream().map(LabelledHeaders.Labelled::header).toList());
        return new MatchingMethod("words (ours)", header -> matcher.similar(header).stream()
                .findFirst()
                .map(found -> new Answer(found.entry(), found.score() / 1_000.0)));
    }

    /** Edit distance, as a share of the longer name. */
    static MatchingMethod levenshtein(LabelledHeaders set) {
        LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
        return overAll("Levenshtein", set, (one, other) -> {
            int longest = Math.max(1, Math.max(one.length(), other.length()));
            return 1 - (double) distance.apply(one, other) / longest;
        });
    }

    static MatchingMethod jaroWinkler(LabelledHeaders set) {
        JaroWinklerSimilarity similarity = new JaroWinklerSimilarity();
        return overAll("Jaro-Winkler", set, similarity::apply);
    }

    private interface Measure {
        double of(String one, String other);
    }

    /** The baselines get what helps them: lower case, one separator, and the better of both names of an entry. */
    private static MatchingMethod overAll(String name, LabelledHeaders set, Measure measure) {
        return new MatchingMethod(name, header -> {
            Answer best = null;
            for (Map.Entry<String, String> entry : set.dictionary().entrySet()) {
                for (String known : List.of(entry.getKey(), entry.getValue())) {
                    double score = known.isEmpty() ? 0 : measure.of(plain(header), plain(known));
                    if (best == null || score > best.score()) {
                        best = new Answer(entry.getKey(), score);
                    }
                }
            }
            return Stream.ofNullable(best).findFirst();
        });
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "_");
    }
}
