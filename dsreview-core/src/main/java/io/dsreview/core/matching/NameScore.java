package io.dsreview.core.matching;

import io.dsreview.api.semantic.Similarity;
import io.dsreview.api.semantic.Similarity.Cue;
import io.dsreview.api.semantic.Similarity.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;

/**
 * The score of two names: Tversky's index over their words. What they share is weighed against what only the field has and what only
 * the entry has; the entry's own words count for more, since a column's name often says more than a dictionary's, and seldom less. A
 * word weighs the more, the fewer entries have it.
 */
final class NameScore {

    /** What a word weighs that only the field has. */
    private static final double FIELD_ONLY = 0.25;

    /** What a word weighs that only the entry has. */
    private static final double ENTRY_ONLY = 0.5;

    private record Pair(int field, int entry, WordSimilarity similarity) {}

    private final ToDoubleFunction<Word> weight;
    private final BiFunction<Word, Word, WordSimilarity> similarity;

    NameScore(ToDoubleFunction<Word> weight, BiFunction<Word, Word, WordSimilarity> similarity) {
        this.weight = weight;
        this.similarity = similarity;
    }

    Similarity of(List<Word> field, List<Word> entry, String entryName) {
        List<Pair> pairs = pairs(field, entry);
        double shared = 0;
        double sharedOfField = 0;
        double sharedOfEntry = 0;
        List<Cue> cues = new ArrayList<>();
        for (Pair pair : pairs) {
            double alike = pair.similarity().value();
            double ofField = weight.applyAsDouble(field.get(pair.field()));
            double ofEntry = weight.applyAsDouble(entry.get(pair.entry()));
            shared += alike * (ofField + ofEntry) / 2;
            sharedOfField += alike * ofField;
            sharedOfEntry += alike * ofEntry;
            cues.add(cue(field.get(pair.field()), entry.get(pair.entry()), pair.similarity()));
        }
        double fieldOnly = total(field) - sharedOfField;
        double entryOnly = total(entry) - sharedOfEntry;
        double index = shared == 0 ? 0 : shared / (shared + FIELD_ONLY * fieldOnly + ENTRY_ONLY * entryOnly);
        return new Similarity(
                entryName,
                (int) Math.round(1_000 * index),
                cues.stream().distinct().toList());
    }

    /** Pairs each word with one of the other name at most, the most alike first, then in the order of the names. */
    private List<Pair> pairs(List<Word> field, List<Word> entry) {
        List<Pair> possible = new ArrayList<>();
        for (int i = 0; i < field.size(); i++) {
            for (int j = 0; j < entry.size(); j++) {
                WordSimilarity alike = similarity.apply(field.get(i), entry.get(j));
                if (alike.value() > 0) {
                    possible.add(new Pair(i, j, alike));
                }
            }
        }
        possible.sort(Comparator.comparing((Pair pair) -> -pair.similarity().value())
                .thenComparing(Pair::field)
                .thenComparing(Pair::entry));
        boolean[] fieldTaken = new boolean[field.size()];
        boolean[] entryTaken = new boolean[entry.size()];
        List<Pair> chosen = new ArrayList<>();
        for (Pair pair : possible) {
            if (!fieldTaken[pair.field()] && !entryTaken[pair.entry()]) {
                fieldTaken[pair.field()] = true;
                entryTaken[pair.entry()] = true;
                chosen.add(pair);
            }
        }
        chosen.sort(Comparator.comparing(Pair::field));
        return chosen;
    }

    private double total(List<Word> words) {
        return words.stream().mapToDouble(weight).sum();
    }

    private static Cue cue(Word field, Word entry, WordSimilarity alike) {
        boolean otherName =
                alike.kind() == Kind.SAME_WORD && !Singular.of(field.written()).equals(Singular.of(entry.written()));
        return new Cue(otherName ? Kind.OTHER_NAME : alike.kind(), field.written(), entry.written());
    }
}
