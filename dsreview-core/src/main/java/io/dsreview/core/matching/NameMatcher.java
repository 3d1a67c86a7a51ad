package io.dsreview.core.matching;

import io.dsreview.api.semantic.Similarity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Finds the names in a dictionary that are similar to a field's. {@code docs/semantics.md} says how the score is made and what it was
 * measured to be worth. Deterministic; time and memory are bounded, see {@link #MAX_COMPARISONS}. Not thread-safe.
 */
public final class NameMatcher {

    /** The least score that is offered, of 1,000. */
    public static final int THRESHOLD = 500;

    /** Most names that are offered for one field. */
    public static final int MAX_OFFERED = 3;

    /** Most pairs of words that are compared letter by letter; beyond, only equal words are found. */
    static final int MAX_COMPARISONS = 5_000_000;

    /** Most entries that one word leads to; a word that more of them have tells nothing. */
    private static final int MAX_PER_WORD = 2_000;

    /** Most entries that are scored for one field: those that share most with it. */
    private static final int MAX_SCORED = 100;

    private static final double NUMBER_WEIGHT = 0.3;

    /** Names that are imagined beside the dictionary's, and have none of its words. */
    private static final double SMOOTHING = 50;

    /** One name of an entry: its own, or the verbose one. */
    private record Named(int entry, List<Word> words) {}

    private record Alike(String word, WordSimilarity similarity) {}

    private final List<String> entries;
    private final NameWords words;
    private final List<Named> names = new ArrayList<>();
    private final Map<String, List<Integer>> byWord = new HashMap<>();
    private final Map<Character, List<String>> byLetter = new TreeMap<>();
    private final Map<String, List<Alike>> alike = new HashMap<>();
    private final NameScore score = new NameScore(this::weight, NameMatcher::similarity);
    private int comparisons;

    /**
     * Makes a matcher.
     *
     * @param entries the names in the dictionary and the names for people that go with them, which may be empty; in its order
     * @param fields the names that will be looked up; their words help to read those that are written together
     */
    public NameMatcher(Map<String, String> entries, Collection<String> fields) {
        this.entries = List.copyOf(entries.keySet());
        this.words = new NameWords(Lexicon.STANDARD, () -> Stream.of(entries.keySet(), entries.values(), fields)
                .flatMap(Collection::stream)
                .iterator());
        int index = 0;
        for (Map.Entry<String, String> entry : new LinkedHashMap<>(entries).entrySet()) {
            add(index, entry.getKey());
            if (!entry.getValue().isBlank() && entry.getValue().length() <= NameWords.MAX_NAME) {
                add(index, entry.getValue());
            }
            index++;
        }
        byWord.keySet().stream().sorted().forEach(word -> byLetter.computeIfAbsent(
                        word.charAt(0), each -> new ArrayList<>())
                .add(word));
    }

    private void add(int entry, String name) {
        Named named = new Named(entry, words.of(name));
        names.add(named);
        named.words().stream()
                .flatMap(word -> word.meanings().stream())
                .distinct()
                .forEach(meaning -> byWord.computeIfAbsent(meaning, each -> new ArrayList<>())
                        .add(names.size() - 1));
    }

    /**
     * Returns the most similar names, best first.
     *
     * @param field a field's name
     * @return at most {@value #MAX_OFFERED}, none below {@value #THRESHOLD}; equal scores in the order of the dictionary
     */
    public List<Similarity> similar(String field) {
        List<Word> asked = words.of(field);
        Map<Integer, Similarity> best = new TreeMap<>();
        for (int name : promising(asked)) {
            Named named = names.get(name);
            Similarity found = score.of(asked, named.words(), entries.get(named.entry()));
            best.merge(named.entry(), found, (one, other) -> other.score() > one.score() ? other : one);
        }
        return best.values().stream()
                .filter(found -> found.score() >= THRESHOLD)
                .sorted(Comparator.comparing(Similarity::score).reversed())
                .limit(MAX_OFFERED)
                .toList();
    }

    /** The names that share most with a field's, by the weight of what is alike. */
    private List<Integer> promising(List<Word> asked) {
        Map<Integer, Double> shared = new HashMap<>();
        for (Word word : asked) {
            for (String meaning : word.meanings()) {
                for (Alike each : alike(meaning)) {
                    List<Integer> having = byWord.getOrDefault(each.word(), List.of());
                    if (having.size() <= MAX_PER_WORD) {
                        double weight = weight(each.word()) * each.similarity().value();
                        having.forEach(name -> shared.merge(name, weight, Double::sum));
                    }
                }
            }
        }
        return shared.entrySet().stream()
                .sorted(Map.Entry.<Integer, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MAX_SCORED)
                .map(Map.Entry::getKey)
                .toList();
    }

    private List<Alike> alike(String meaning) {
        return alike.computeIfAbsent(meaning, word -> {
            List<Alike> found = new ArrayList<>();
            List<String> candidates = byLetter.getOrDefault(word.charAt(0), List.of());
            if (comparisons > MAX_COMPARISONS - candidates.size()) {
                candidates = byWord.containsKey(word) ? List.of(word) : List.of();
            }
            comparisons += candidates.size();
            for (String candidate : candidates) {
                WordSimilarity similarity = WordSimilarity.of(word, candidate);
                if (similarity.value() > 0) {
                    found.add(new Alike(candidate, similarity));
                }
            }
            return found;
        });
    }

    private double weight(Word word) {
        double rarest = word.meanings().stream().mapToDouble(this::weight).max().orElse(1);
        return word.isNumber() ? NUMBER_WEIGHT * rarest : rarest;
    }

    /** From 1 for a word that one name has, or none, towards 0 for one that all have; never near 0 in a small dictionary. */
    private double weight(String word) {
        int having = Math.max(1, byWord.getOrDefault(word, List.of()).size());
        double all = names.size() + SMOOTHING;
        double rare = Math.log(1 + all / having) / Math.log(1 + all);
        return rare * rare;
    }

    private static WordSimilarity similarity(Word one, Word other) {
        WordSimilarity best = WordSimilarity.NONE;
        for (String meaning : one.meanings()) {
            for (String another : other.meanings()) {
                WordSimilarity found = WordSimilarity.of(meaning, another);
                best = found.value() > best.value() ? found : best;
            }
        }
        return best;
    }

    /**
     * Returns the words that fields and entries are compared by, for an explanation.
     *
     * @param name any name
     * @return what each word stands for
     */
    public List<Set<String>> read(String name) {
        return words.of(name).stream().map(Word::meanings).toList();
    }
}
