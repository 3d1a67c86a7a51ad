package io.dsreview.api.id;

/** The one rule for the text inside an identifier: present, bounded, printable, and encodable as canonical JSON. */
final class IdText {

    /** Longest text an identifier may carry, in UTF-16 code units. */
    static final int MAX_LENGTH = 255;

    private IdText() {}

    static String require(String kind, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(kind + " is blank; give it at least one visible character");
        }
        if (value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    kind + " has " + value.length() + " characters; at most " + MAX_LENGTH + " are legal");
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean paired = Character.isHighSurrogate(c)
                    && i + 1 < value.length()
                    && Character.isLowSurrogate(value.charAt(i + 1));
            if (Character.isISOControl(c) || (Character.isSurrogate(c) && !paired)) {
                throw new IllegalArgumentException(
                        kind + " holds a control character or half a surrogate pair at index " + i + "; remove it");
            }
            if (paired) {
                i++;
            }
        }
        return value;
    }
}
