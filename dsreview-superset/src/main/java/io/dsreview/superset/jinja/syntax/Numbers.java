package io.dsreview.superset.jinja.syntax;

import io.dsreview.superset.jinja.syntax.Token.Kind;
import org.jspecify.annotations.Nullable;

/** The number literals of Jinja: those of Python, with underscores between digits, without complex ones. */
final class Numbers {

    private Numbers() {}

    /** Returns the number that begins there, or null. */
    static @Nullable Token token(String source, int at) {
        int end = afterFloat(source, at);
        Kind kind = Kind.FLOAT;
        if (end < 0) {
            kind = Kind.INTEGER;
            end = afterInteger(source, at);
        }
        return end < 0 ? null : new Token(kind, source.substring(at, end).replace("_", ""), at, end);
    }

    /** A dot before it makes it an index, as in {@code a.1.2}. */
    private static int afterFloat(String source, int at) {
        int whole = afterDigits(source, at);
        if (whole < 0 || (at > 0 && source.charAt(at - 1) == '.')) {
            return -1;
        }
        int fraction = source.startsWith(".", whole) ? afterDigits(source, whole + 1) : -1;
        int mantissa = Math.max(whole, fraction);
        int exponent = -1;
        if (source.regionMatches(true, mantissa, "e", 0, 1)) {
            boolean signed = source.startsWith("+", mantissa + 1) || source.startsWith("-", mantissa + 1);
            exponent = afterDigits(source, mantissa + (signed ? 2 : 1));
        }
        return Math.max(fraction, exponent);
    }

    /** Digits with single underscores between them. */
    private static int afterDigits(String source, int from) {
        return after(source, from, 10, true);
    }

    private static int afterInteger(String source, int at) {
        char first = source.charAt(at);
        if (first >= '1' && first <= '9') {
            return after(source, at, 10, true);
        }
        if (first != '0') {
            return -1;
        }
        int prefixed = afterPrefixed(source, at);
        return prefixed >= 0 ? prefixed : after(source, at, 1, true);
    }

    private static int afterPrefixed(String source, int zero) {
        if (zero + 1 == source.length()) {
            return -1;
        }
        return switch (source.charAt(zero + 1)) {
            case 'b', 'B' -> after(source, zero + 2, 2, false);
            case 'o', 'O' -> after(source, zero + 2, 8, false);
            case 'x', 'X' -> after(source, zero + 2, 16, false);
            default -> -1;
        };
    }

    private static int after(String source, int from, int radix, boolean startsWithDigit) {
        int end = -1;
        int at = from;
        while (at < source.length()) {
            boolean skips = source.charAt(at) == '_' && (at > from || !startsWithDigit);
            int digit = skips ? at + 1 : at;
            if (digit >= source.length() || !isDigit(source.charAt(digit), radix)) {
                return end;
            }
            at = digit + 1;
            end = at;
        }
        return end;
    }

    /** As in Python, any decimal digit of Unicode is one; radix 1 stands for zeros only. */
    private static boolean isDigit(char character, int radix) {
        if (radix == 1) {
            return character == '0';
        }
        return character < 0x80 ? Character.digit(character, radix) >= 0 : radix >= 10 && Character.isDigit(character);
    }
}
