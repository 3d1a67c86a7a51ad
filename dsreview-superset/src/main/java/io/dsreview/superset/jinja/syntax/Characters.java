package io.dsreview.superset.jinja.syntax;

/** Kinds of characters, as Python sees them. */
final class Characters {

    private Characters() {}

    /** Tells what {@code \s} of a regular expression matches in Python. */
    static boolean isSpace(char character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character) || character == '\u0085';
    }

    static int afterSpace(String source, int from) {
        int at = from;
        while (at < source.length() && isSpace(source.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Returns the offset behind letters, digits and other characters that Jinja takes together as one name. */
    static int afterName(String source, int from) {
        int at = from;
        while (at < source.length() && isNamePart(source.codePointAt(at))) {
            at += Character.charCount(source.codePointAt(at));
        }
        return at;
    }

    /** Tells whether such a name is an identifier of Python, and so one of Jinja. */
    static boolean isIdentifier(String name) {
        int first = name.codePointAt(0);
        return (first == '_' || Character.isUnicodeIdentifierStart(first))
                && name.codePoints().skip(1).allMatch(Characters::isIdentifierPart);
    }

    private static boolean isNamePart(int character) {
        return isIdentifierPart(character)
                || Character.isLetterOrDigit(character)
                || Character.getType(character) == Character.LETTER_NUMBER
                || Character.getType(character) == Character.OTHER_NUMBER;
    }

    private static boolean isIdentifierPart(int character) {
        return character == '_'
                || (Character.isUnicodeIdentifierPart(character) && !Character.isIdentifierIgnorable(character));
    }
}
