package io.dsreview.superset.rison;

/** Halves of characters, which no UTF-8 text can hold. */
final class Surrogates {

    private Surrogates() {}

    /** Returns the offset of the first half without its other half, or -1. */
    static int firstHalf(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (!Character.isSupplementaryCodePoint(text.codePointAt(i))) {
                    return i;
                }
                i++;
            }
        }
        return -1;
    }
}
