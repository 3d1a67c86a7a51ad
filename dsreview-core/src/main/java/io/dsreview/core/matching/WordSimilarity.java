package io.dsreview.core.matching;

import io.dsreview.api.semantic.Similarity.Kind;

/**
 * How alike two words are that start with the same letter.
 *
 * @param kind why
 * @param value from 0, nothing in common, to 1, the same
 */
record WordSimilarity(Kind kind, double value) {

    static final WordSimilarity NONE = new WordSimilarity(Kind.SPELLED_ALIKE, 0);

    private static final double SHORTENED = 0.8;
    private static final double LEAST_ALIKE = 0.75;

    /** A word of three letters is the beginning of too many others to be as sure of. */
    private static final double SHORTENED_TO_THREE = 0.7;

    static WordSimilarity of(String one, String other) {
        if (one.equals(other)) {
            return new WordSimilarity(Kind.SAME_WORD, 1);
        }
        String shorter = one.length() < other.length() ? one : other;
        String longer = one.length() < other.length() ? other : one;
        if (shorter.length() < 3 || shorter.charAt(0) != longer.charAt(0) || Character.isDigit(shorter.charAt(0))) {
            return NONE;
        }
        if (longer.startsWith(shorter) || isSkeleton(shorter, longer)) {
            return new WordSimilarity(Kind.SHORTENED, shorter.length() == 3 ? SHORTENED_TO_THREE : SHORTENED);
        }
        if (shorter.length() < 4 || longer.length() - shorter.length() > 2) {
            return NONE;
        }
        double alike = 1 - (double) distance(shorter, longer) / longer.length();
        return alike >= LEAST_ALIKE ? new WordSimilarity(Kind.SPELLED_ALIKE, alike) : NONE;
    }

    /** Tells whether a word is another one without most of its vowels, such as {@code cstmr}. */
    private static boolean isSkeleton(String shorter, String longer) {
        if (shorter.length() * 4 > longer.length() * 3) {
            return false;
        }
        int vowels = 0;
        int at = 0;
        for (int i = 0; i < shorter.length(); i++) {
            char c = shorter.charAt(i);
            at = longer.indexOf(c, at) + 1;
            vowels += i > 0 && "aeiou".indexOf(c) >= 0 ? 1 : 0;
            if (at == 0) {
                return false;
            }
        }
        return vowels * 3 <= shorter.length() - 3 + 2 && vowels <= 1;
    }

    /** Optimal string alignment: the fewest insertions, deletions, replacements and swaps of neighbours. */
    private static int distance(String one, String other) {
        int[] beforeLast = new int[other.length() + 1];
        int[] last = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] row = new int[other.length() + 1];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int replaced = last[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(last[j], row[j - 1]) + 1);
                if (i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            beforeLast = last;
            last = row;
        }
        return last[other.length()];
    }
}
