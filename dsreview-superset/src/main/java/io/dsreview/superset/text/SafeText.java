package io.dsreview.superset.text;

import io.dsreview.api.canonical.Sha256;
import io.dsreview.api.id.RecoveryItemId;
import java.nio.charset.StandardCharsets;

/** Text that a server sent, made fit to be an identifier or to be shown. A name can be anything; none may stop recovery. */
public final class SafeText {

    private static final int MAX_LENGTH = 255;
    private static final String TAG = "dsreview-name-v1";
    private static final int HASH_LENGTH = 8;

    private SafeText() {}

    /**
     * Tells whether the text can be an identifier as it is.
     *
     * @param text the text
     * @return true unless it is blank, too long, or holds something hidden
     */
    public static boolean isIdentifier(String text) {
        return !text.isBlank()
                && text.length() <= MAX_LENGTH
                && (isPrintableAscii(text) || text.codePoints().noneMatch(SafeText::isHostile));
    }

    /**
     * Tells whether a value can be hashed and sent on: line breaks are fine in it, halves of characters are not.
     *
     * @param text the text
     * @return true if it can
     */
    public static boolean isValue(String text) {
        return isPrintableAscii(text)
                || text.codePoints()
                        .noneMatch(character -> character == 0 || Character.getType(character) == Character.SURROGATE);
    }

    /**
     * Returns the text for people: nothing hidden in it, and not too long.
     *
     * @param text the text
     * @param otherwise what to return if nothing can be seen of it
     * @return the text to show
     */
    public static String shown(String text, String otherwise) {
        if (text.length() <= MAX_LENGTH / 2 && isPrintableAscii(text)) {
            return text.isBlank() ? otherwise : text;
        }
        StringBuilder shown = new StringBuilder();
        text.codePoints()
                .limit(MAX_LENGTH / 2)
                .forEach(character -> shown.appendCodePoint(isHostile(character) ? 0xFFFD : character));
        return shown.toString().isBlank() ? otherwise : shown.toString();
    }

    /**
     * Returns a description for people, in which line breaks stay.
     *
     * @param text the text
     * @return the text to show
     */
    public static String described(String text) {
        if (isPrintableAscii(text)) {
            return text;
        }
        StringBuilder shown = new StringBuilder();
        text.codePoints()
                .forEach(character ->
                        shown.appendCodePoint(character != '\n' && isHostile(character) ? 0xFFFD : character));
        return shown.toString();
    }

    /**
     * Returns an id for a thing by its name, or by its position where the name cannot be an identifier.
     *
     * @param prefix what the id begins with
     * @param name the name; it can be anything
     * @param position the position, from 1
     * @return the id
     */
    public static RecoveryItemId itemId(String prefix, String name, int position) {
        boolean named = !name.isBlank() || !prefix.endsWith(":");
        if (named && isIdentifier(prefix + name)) {
            return new RecoveryItemId(prefix + name);
        }
        boolean onlyTooLong = !name.isBlank() && name.codePoints().noneMatch(SafeText::isHostile);
        if (!onlyTooLong) {
            return new RecoveryItemId(numbered(prefix, position));
        }
        String hash =
                Sha256.of(TAG, name.getBytes(StandardCharsets.UTF_8)).hex().substring(0, HASH_LENGTH);
        int end = MAX_LENGTH - prefix.length() - HASH_LENGTH - 1;
        String cut = name.substring(0, Character.isHighSurrogate(name.charAt(end - 1)) ? end - 1 : end);
        return new RecoveryItemId(prefix + cut + "~" + hash);
    }

    /**
     * Returns a prefix with a number in its first word, where no name can stand: {@code filter#2:}.
     *
     * @param prefix the prefix
     * @param number the number
     * @return the prefix with it
     */
    public static String numbered(String prefix, int number) {
        int end = prefix.indexOf(':') < 0 ? prefix.length() : prefix.indexOf(':');
        return prefix.substring(0, end) + "#" + number + prefix.substring(end);
    }

    /** Nearly all names and texts are, and then nothing of them has to be looked up. */
    private static boolean isPrintableAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character < ' ' || character > '~') {
                return false;
            }
        }
        return true;
    }

    private static boolean isHostile(int character) {
        if (character == 0x200C || character == 0x200D) {
            return false; // joiners, which several scripts need
        }
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
