package io.dsreview.superset.link;

import io.dsreview.api.command.ReviewCommand;
import io.dsreview.superset.error.SupersetErrorCode;

/** What any pasted text must be before it is looked at any closer. */
final class PastedText {

    static final int MAX_LENGTH = ReviewCommand.MAX_LINK;

    private PastedText() {}

    static void check(String text) throws LinkRefusal {
        if (text.isEmpty()) {
            throw new LinkRefusal(SupersetErrorCode.LINK_EMPTY);
        }
        if (text.length() > MAX_LENGTH) {
            throw new LinkRefusal(
                    SupersetErrorCode.LINK_TOO_LONG,
                    "length",
                    String.valueOf(text.length()),
                    "limit",
                    String.valueOf(MAX_LENGTH));
        }
        checkCharacters(text);
    }

    /** Refuses what is not shown as it is: control characters, marks of direction, and halves of characters. */
    static void checkCharacters(String text) throws LinkRefusal {
        for (int i = 0; i < text.length(); i++) {
            int character = text.codePointAt(i);
            if (isHidden(character)) {
                throw new LinkRefusal(SupersetErrorCode.LINK_CHARACTER_ILLEGAL, "position", String.valueOf(i + 1));
            }
            if (Character.isSupplementaryCodePoint(character)) {
                i++;
            }
        }
    }

    private static boolean isHidden(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> !isJoiner(character);
            default -> false;
        };
    }

    /** Scripts such as Persian, and emoji, need the two joiners. */
    private static boolean isJoiner(int character) {
        return character == 0x200C || character == 0x200D;
    }
}
