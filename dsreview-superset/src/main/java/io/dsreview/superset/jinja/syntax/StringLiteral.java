package io.dsreview.superset.jinja.syntax;

import io.dsreview.superset.jinja.syntax.Token.Kind;

/** A string literal. Its escapes are those of Python's codec {@code unicode_escape}, with which Jinja decodes it. */
final class StringLiteral {

    private static final String PLAIN = "ntrabfv\\'\"";
    private static final String PLAIN_MEANING = "\n\t\r\u0007\b\f\u000b\\'\"";

    private final String source;
    private final int start;
    private final StringBuilder text = new StringBuilder();
    private int at;

    private StringLiteral(String source, int start) {
        this.source = source;
        this.start = start;
        this.at = start + 1;
    }

    static Token token(String source, int start) throws SyntaxException {
        StringLiteral literal = new StringLiteral(source, start);
        int end = literal.closingQuote();
        literal.decode(end);
        return new Token(Kind.STRING, literal.text.toString(), start, end + 1);
    }

    private int closingQuote() throws SyntaxException {
        for (int i = at; i < source.length(); i++) {
            char character = source.charAt(i);
            if (character == source.charAt(start)) {
                return i;
            }
            if (character == '\\') {
                i++;
            }
        }
        throw new SyntaxException("missing end of string", start);
    }

    private void decode(int end) throws SyntaxException {
        while (at < end) {
            char character = source.charAt(at++);
            if (character == '\\') {
                escape(source.codePointAt(at), end);
            } else {
                text.append(character);
            }
        }
    }

    private void escape(int kind, int end) throws SyntaxException {
        at += Character.charCount(kind);
        int plain = PLAIN.indexOf(kind);
        if (plain >= 0) {
            text.append(PLAIN_MEANING.charAt(plain));
        } else if (kind == 'x') {
            code(2, end);
        } else if (kind == 'u') {
            code(4, end);
        } else if (kind == 'U') {
            code(8, end);
        } else if (kind == 'N') {
            named(end);
        } else if (kind >= '0' && kind <= '7') {
            octal(kind - '0', end);
        } else if (kind > 0x7f) {
            // Jinja has escaped the character before it decodes, so that two backslashes meet.
            text.append('\\').append(kind > 0xffff ? "U%08x".formatted(kind) : shortEscape(kind));
        } else if (kind != '\n') {
            text.append('\\').appendCodePoint(kind);
        }
    }

    private static String shortEscape(int character) {
        return character > 0xff ? "u%04x".formatted(character) : "x%02x".formatted(character);
    }

    private void octal(int first, int end) {
        int code = first;
        for (int digits = 1; digits < 3 && at < end && isOctal(source.charAt(at)); digits++) {
            code = code * 8 + source.charAt(at++) - '0';
        }
        text.append((char) code);
    }

    private static boolean isOctal(char character) {
        return character >= '0' && character <= '7';
    }

    private void code(int digits, int end) throws SyntaxException {
        long code = 0;
        for (int i = 0; i < digits; i++) {
            int digit = at < end && source.charAt(at) < 0x80 ? Character.digit(source.charAt(at), 16) : -1;
            if (digit < 0) {
                throw unreadable();
            }
            code = code * 16 + digit;
            at++;
        }
        if (code > Character.MAX_CODE_POINT) {
            throw unreadable();
        }
        text.appendCodePoint((int) code);
    }

    private void named(int end) throws SyntaxException {
        int close = source.indexOf('}', at);
        if (at >= end || source.charAt(at) != '{' || close < 0 || close >= end) {
            throw unreadable();
        }
        try {
            text.appendCodePoint(Character.codePointOf(source.substring(at + 1, close)));
        } catch (IllegalArgumentException unknown) {
            throw unreadable();
        }
        at = close + 1;
    }

    private SyntaxException unreadable() {
        return new SyntaxException("unreadable escape in a string", start);
    }
}
