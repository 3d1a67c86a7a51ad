package io.dsreview.superset.jinja.syntax;

import io.dsreview.superset.jinja.syntax.Token.Kind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Cuts a template into tokens, one at a time. As in Jinja, a block ends at its closing mark outside of strings and of
 * brackets, so that neither {@code '}}'} nor {@code {'a': {}}} ends it.
 */
final class Lexer {

    private static final List<String> LONG_OPERATORS = List.of("//", "**", "==", "!=", ">=", "<=");
    private static final String SHORT_OPERATORS = "+-*/%~()[]{}=<>.:|,;";
    private static final String OPENING = "([{";
    private static final String CLOSING = ")]}";

    private final String source;
    private final DataLexer data;
    private final Deque<Character> brackets = new ArrayDeque<>();
    private String closingMark = "";
    private int at;
    private int last;

    Lexer(Source source) {
        this.source = source.text();
        this.data = new DataLexer(this.source);
    }

    Token next() throws SyntaxException {
        Token token = closingMark.isEmpty() ? outside() : inside();
        at = token.is(Kind.END) ? source.length() : Math.max(at, token.end());
        last = token.start();
        return token;
    }

    private Token outside() throws SyntaxException {
        Token token = data.next(at);
        if (token == null) {
            return end();
        }
        if (token.is(Kind.VARIABLE_BEGIN)) {
            closingMark = "}}";
        } else if (token.is(Kind.STATEMENT_BEGIN)) {
            closingMark = "%}";
        }
        at = data.end();
        return token;
    }

    private Token inside() throws SyntaxException {
        at = Characters.afterSpace(source, at);
        if (at == source.length()) {
            return end();
        }
        if (brackets.isEmpty() && isClosed()) {
            return closing();
        }
        char first = source.charAt(at);
        if (first == '\'' || first == '"') {
            return StringLiteral.token(source, at);
        }
        Token number = Numbers.token(source, at);
        if (number != null) {
            return number;
        }
        int name = Characters.afterName(source, at);
        return name > at ? name(name) : operator(first);
    }

    private Token end() {
        return new Token(Kind.END, "", last, source.length());
    }

    private boolean isClosed() {
        char sign = source.charAt(at);
        boolean signed =
                (sign == '-' || (sign == '+' && closingMark.equals("%}"))) && source.startsWith(closingMark, at + 1);
        return signed || source.startsWith(closingMark, at);
    }

    private Token closing() {
        Kind kind = closingMark.equals("}}") ? Kind.VARIABLE_END : Kind.STATEMENT_END;
        int start = at;
        boolean signed = !source.startsWith(closingMark, at);
        int end = at + closingMark.length() + (signed ? 1 : 0);
        closingMark = "";
        at = signed && source.charAt(start) == '-' ? Characters.afterSpace(source, end) : end;
        return new Token(kind, "", start, end);
    }

    private Token name(int end) throws SyntaxException {
        String name = source.substring(at, end);
        if (!Characters.isIdentifier(name)) {
            throw new SyntaxException("unexpected character in a name", at);
        }
        return new Token(Kind.NAME, name, at, end);
    }

    private Token operator(char first) throws SyntaxException {
        for (String operator : LONG_OPERATORS) {
            if (source.startsWith(operator, at)) {
                return new Token(Kind.OPERATOR, operator, at, at + operator.length());
            }
        }
        if (SHORT_OPERATORS.indexOf(first) < 0) {
            throw new SyntaxException("unexpected character", at);
        }
        if (OPENING.indexOf(first) >= 0) {
            brackets.push(CLOSING.charAt(OPENING.indexOf(first)));
        } else if (CLOSING.indexOf(first) >= 0 && (brackets.isEmpty() || brackets.pop() != first)) {
            throw new SyntaxException("unexpected closing bracket", at);
        }
        return new Token(Kind.OPERATOR, String.valueOf(first), at, at + 1);
    }
}
