package io.dsreview.api.canonical;

import java.nio.charset.StandardCharsets;

/** Makes a text that is put together from others one that can be an identifier: not too long, and printable. */
public final class BoundedText {

    /** Longest result, in UTF-16 code units. */
    public static final int MAX_LENGTH = 255;

    private static final String TAG = "dsreview-bounded-v1";
    private static final int HASH_LENGTH = 16;
    private static final int REPLACEMENT = 0xFFFD;

    private BoundedText() {}

    /**
     * Returns a text that stands for another one.
     *
     * @param text the text
     * @return the text itself; if it is longer than {@link #MAX_LENGTH}, or holds a control character or half a surrogate
     *     pair, its beginning, with {@code \uFFFD} in their place, and a hash of the whole
     */
    public static String of(String text) {
        if (text.length() <= MAX_LENGTH && isPrintable(text)) {
            return text;
        }
        String printable = printable(text);
        int end = Math.min(printable.length(), MAX_LENGTH - HASH_LENGTH - 1);
        if (Character.isHighSurrogate(printable.charAt(end - 1))) {
            end--;
        }
        String hash = Sha256.of(TAG, text.getBytes(StandardCharsets.UTF_8)).hex();
        return printable.substring(0, end) + "~" + hash.substring(0, HASH_LENGTH);
    }

    private static boolean isPrintable(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i)) || JsonString.isLoneSurrogate(text, i)) {
                return false;
            }
        }
        return true;
    }

    private static String printable(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE ? REPLACEMENT : c)
                .forEach(printable::appendCodePoint);
        return printable.toString();
    }
}
