package io.dsreview.superset.jinja;

/** The escapes of a string literal; those of Python, which Jinja decodes by {@code unicode-escape}. */
final class Escapes {

    private Escapes() {}

    /** Appends what the escape at the backslash stands for, and returns the offset behind it. */
    static int append(String source, int backslash, StringBuilder text) {
        char kind = source.charAt(backslash + 1);
        return switch (kind) {
            case '\n' -> backslash + 2;
            case 'n' -> plain('\n', backslash, text);
            case 't' -> plain('\t', backslash, text);
            case 'r' -> plain('\r', backslash, text);
            case 'a' -> plain('\u0007', backslash, text);
            case 'b' -> plain('\b', backslash, text);
            case 'f' -> plain('\f', backslash, text);
            case 'v' -> plain('\u000b', backslash, text);
            case '\\', '\'', '"' -> plain(kind, backslash, text);
            case 'x' -> code(source, backslash, 2, text);
            case 'u' -> code(source, backslash, 4, text);
            case 'U' -> code(source, backslash, 8, text);
            default -> {
                text.append('\\');
                yield plain(kind, backslash, text);
            }
        };
    }

    private static int plain(char character, int backslash, StringBuilder text) {
        text.append(character);
        return backslash + 2;
    }

    private static int code(String source, int backslash, int digits, StringBuilder text) {
        int end = backslash + 2 + digits;
        long code = 0;
        for (int i = backslash + 2; i < end; i++) {
            int digit = i < source.length() ? Character.digit(source.charAt(i), 16) : -1;
            if (digit < 0) {
                text.append('\\');
                return plain(source.charAt(backslash + 1), backslash, text);
            }
            code = code * 16 + digit;
        }
        if (code > Character.MAX_CODE_POINT) {
            text.append('\\');
            return plain(source.charAt(backslash + 1), backslash, text);
        }
        text.appendCodePoint((int) code);
        return end;
    }
}
