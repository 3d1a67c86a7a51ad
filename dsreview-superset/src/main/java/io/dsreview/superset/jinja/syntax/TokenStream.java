package io.dsreview.superset.jinja.syntax;

import io.dsreview.superset.jinja.syntax.Token.Kind;
import org.jspecify.annotations.Nullable;

/** The tokens of a template, taken one after the other. A token is read when the one before it is taken, not earlier. */
final class TokenStream {

    private final Lexer lexer;
    private Token current;
    private @Nullable Token ahead;
    private int previousEnd;

    TokenStream(Source source) throws SyntaxException {
        lexer = new Lexer(source);
        current = lexer.next();
    }

    Token peek() {
        return current;
    }

    Token peekSecond() throws SyntaxException {
        Token second = ahead == null ? lexer.next() : ahead;
        ahead = second;
        return second;
    }

    Token take() throws SyntaxException {
        Token taken = current;
        previousEnd = taken.end();
        current = peekSecond();
        ahead = null;
        return taken;
    }

    /** Returns the offset behind the token that was taken last. */
    int previousEnd() {
        return previousEnd;
    }

    boolean takeOperator(String operator) throws SyntaxException {
        boolean is = current.isOperator(operator);
        if (is) {
            take();
        }
        return is;
    }

    boolean takeName(String name) throws SyntaxException {
        boolean is = current.isName(name);
        if (is) {
            take();
        }
        return is;
    }

    void requireOperator(String operator) throws SyntaxException {
        if (!takeOperator(operator)) {
            throw new SyntaxException("expected " + operator, current.start());
        }
    }

    void requireName(String name) throws SyntaxException {
        if (!takeName(name)) {
            throw new SyntaxException("expected " + name, current.start());
        }
    }

    Token requireName() throws SyntaxException {
        if (!current.is(Kind.NAME)) {
            throw new SyntaxException("expected a name", current.start());
        }
        return take();
    }

    void requireEnd(Kind end) throws SyntaxException {
        if (!current.is(end)) {
            throw new SyntaxException("expected the end of the block", current.start());
        }
        take();
    }
}
