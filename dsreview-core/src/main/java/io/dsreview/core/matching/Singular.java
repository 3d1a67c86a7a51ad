package io.dsreview.core.matching;

/** The singular of an English word by its ending. Other words may lose an ending, alike on both sides of a comparison. */
final class Singular {

    private static final int SHORTEST = 4;

    private Singular() {}

    static String of(String word) {
        if (word.length() < SHORTEST
                || !word.endsWith("s")
                || word.endsWith("ss")
                || word.endsWith("us")
                || word.endsWith("is")) {
            return word;
        }
        if (word.endsWith("ies") && word.length() > SHORTEST) {
            return word.substring(0, word.length() - 3) + "y";
        }
        boolean hissing =
                word.endsWith("sses") || word.endsWith("xes") || word.endsWith("ches") || word.endsWith("shes");
        return word.substring(0, word.length() - (hissing ? 2 : 1));
    }
}
