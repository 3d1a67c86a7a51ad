package io.dsreview.superset.jinja;

import io.dsreview.superset.jinja.Token.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts the inside of one block into tokens. As in Jinja, the block ends at its closing mark outside of strings and of
 * brackets, so that neither {@code '}}'} nor {@code {'a': {}}} ends it.
 */
final class TokenScanner {

    private static final Pattern NUMBER = Pattern.compile(
            "0[bB](_?[01])+|0[oO](_?[0-7])+|0[xX](_?[0-9a-fA-F])+|\\d(_?\\d)*(\\.\\d(_?\\d)*)?([eE][+-]?\\d(_?\\d)*)?");
    private static final List<String> LONG_OPERATORS = List.of("//", "**", "==", "!=", ">=", "<=");
    private static final String SHORT_OPERATORS = "+-*/%~()[]{}=<>.:|,;";
    private static final String OPENING = "([{";
    private static final String CLOSING = ")]}";

    private final String source;
    private final String closingMark;
    private final List<Token> tokens = new ArrayList<>();
    private final Deque<Character> brackets = new ArrayDeque<>();
    private int at;

    TokenScanner(String source, int start, String closingMark) {
        this.source = source;
        this.at = start;
        this.closingMark = closingMark;
    }

    List<Token> scan(int blockStart) throws TemplateFault {
        while (at < source.length()) {
            if (Character.isWhitespace(source.charAt(at))) {
                at++;
            } else if (brackets.isEmpty() && isClosed()) {
                tokens.add(new Token(Kind.END, "", at));
                at += closingMark.length() + (source.startsWith(closingMark, at) ? 0 : 1);
                return tokens;
            } else {
                token();
            }
        }
        throw new TemplateFault("missing end of block " + closingMark, blockStart);
    }

    /** Returns the offset behind the block. */
    int end() {
        return at;
    }

    private boolean isClosed() {
        char sign = source.charAt(at);
        boolean trimmed =
                (sign == '-' || (sign == '+' && closingMark.equals("%}"))) && source.startsWith(closingMark, at + 1);
        return trimmed || source.startsWith(closingMark, at);
    }

    private void token() throws TemplateFault {
        char first = source.charAt(at);
        if (first == '\'' || first == '"') {
            string(first);
        } else if (first >= '0' && first <= '9') {
            Matcher number = NUMBER.matcher(source).region(at, source.length());
            add(Kind.NUMBER, number.lookingAt() ? number.end() : at + 1);
        } else if (Character.isUnicodeIdentifierStart(source.codePointAt(at)) || first == '_') {
            int end = at;
            while (end < source.length() && isNamePart(source.codePointAt(end))) {
                end += Character.charCount(source.codePointAt(end));
            }
            add(Kind.NAME, end);
        } else {
            operator(first);
        }
    }

    private static boolean isNamePart(int character) {
        return Character.isUnicodeIdentifierPart(character) && !Character.isIdentifierIgnorable(character);
    }

    private void operator(char first) throws TemplateFault {
        for (String operator : LONG_OPERATORS) {
            if (source.startsWith(operator, at)) {
                add(Kind.OPERATOR, at + operator.length());
                return;
            }
        }
        if (SHORT_OPERATORS.indexOf(first) < 0) {
            throw new TemplateFault("unexpected character", at);
        }
        if (OPENING.indexOf(first) >= 0) {
            brackets.push(CLOSING.charAt(OPENING.indexOf(first)));
        } else if (CLOSING.indexOf(first) >= 0 && (brackets.isEmpty() || brackets.pop() != first)) {
            throw new TemplateFault("unexpected closing bracket", at);
        }
        add(Kind.OPERATOR, at + 1);
    }

    private void string(char quote) throws TemplateFault {
        StringBuilder text = new StringBuilder();
        int start = at;
        int next = at + 1;
        while (next < source.length() && source.charAt(next) != quote) {
            char character = source.charAt(next);
            if (character == '\\' && next + 1 < source.length()) {
                next = Escapes.append(source, next, text);
            } else {
                text.append(character);
                next++;
            }
        }
        if (next >= source.length()) {
            throw new TemplateFault("missing end of string", start);
        }
        tokens.add(new Token(Kind.STRING, text.toString(), start));
        at = next + 1;
    }

    private void add(Kind kind, int end) {
        tokens.add(new Token(kind, source.substring(at, end), at));
        at = end;
    }
}
