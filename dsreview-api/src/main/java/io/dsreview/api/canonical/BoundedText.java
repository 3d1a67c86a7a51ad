package io.dsreview.api.canonical;

import java.nio.charset.StandardCharsets;

/** Keeps a text that is put together from others within the length of an identifier. */
public final class BoundedText {

    /** Longest result, in UTF-16 code units. */
    public static final int MAX_LENGTH = 255;

    private static final String TAG = "dsreview-bounded-v1";
    private static final int HASH_LENGTH = 16;

    private BoundedText() {}

    /**
     * Returns a text that stands for another one.
     *
     * @param text the text
     * @return the text itself, or, if it is longer than {@link #MAX_LENGTH}, its beginning and a hash of the whole
     */
    public static String of(String text) {
        if (text.length() <= MAX_LENGTH) {
            return text;
        }
        int end = MAX_LENGTH - HASH_LENGTH - 1;
        if (Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        String hash = Sha256.of(TAG, text.getBytes(StandardCharsets.UTF_8)).hex();
        return text.substring(0, end) + "~" + hash.substring(0, HASH_LENGTH);
    }
}
