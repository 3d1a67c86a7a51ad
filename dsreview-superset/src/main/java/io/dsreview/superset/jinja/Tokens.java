package io.dsreview.superset.jinja;

import io.dsreview.superset.jinja.Token.Kind;
import java.util.List;
import java.util.Set;

/** The tokens of a block, taken one after the other. */
final class Tokens {

    private static final Set<String> CONNECTING = Set.of("else", "or", "and", "is", "if", "not", "in", "recursive");
    private static final Set<String> OPENING = Set.of("(", "[", "{", "-", "+");

    private final List<Token> tokens;
    private int next;

    Tokens(List<Token> tokens) {
        this.tokens = tokens;
    }

    Token peek() {
        return tokens.get(next);
    }

    Token peekSecond() {
        return tokens.get(Math.min(next + 1, tokens.size() - 1));
    }

    Token take() {
        Token token = tokens.get(next);
        if (next < tokens.size() - 1) {
            next++;
        }
        return token;
    }

    boolean isEnd() {
        return peek().kind() == Kind.END;
    }

    boolean takeOperator(String operator) {
        boolean is = peek().isOperator(operator);
        if (is) {
            take();
        }
        return is;
    }

    boolean takeName(String name) {
        boolean is = peek().isName(name);
        if (is) {
            take();
        }
        return is;
    }

    void requireOperator(String operator) throws TemplateFault {
        if (!takeOperator(operator)) {
            throw new TemplateFault("expected " + operator, peek().offset());
        }
    }

    void requireName(String name) throws TemplateFault {
        if (!takeName(name)) {
            throw new TemplateFault("expected " + name, peek().offset());
        }
    }

    Token requireName() throws TemplateFault {
        if (peek().kind() != Kind.NAME) {
            throw new TemplateFault("expected a name", peek().offset());
        }
        return take();
    }

    void requireEnd() throws TemplateFault {
        if (!isEnd()) {
            throw new TemplateFault("expected the end of the block", peek().offset());
        }
    }

    /** Tells whether an operand may begin here, rather than a word that belongs to what is around it. */
    boolean startsExpression() {
        Token next = peek();
        return switch (next.kind()) {
            case NAME -> !CONNECTING.contains(next.text());
            case STRING, NUMBER -> true;
            case OPERATOR -> OPENING.contains(next.text());
            case END -> false;
        };
    }
}
