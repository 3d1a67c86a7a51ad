package io.dsreview.superset.jinja.syntax;

import io.dsreview.superset.jinja.syntax.Token.Kind;
import io.dsreview.superset.jinja.tree.Arguments;
import io.dsreview.superset.jinja.tree.Expression;
import io.dsreview.superset.jinja.tree.Expression.Sequence;
import java.util.ArrayList;
import java.util.List;

/** What stands in the brackets of calls and indexes. */
final class ArgumentParser {

    private final TokenStream tokens;
    private final ExpressionParser expressions;

    ArgumentParser(TokenStream tokens, ExpressionParser expressions) {
        this.tokens = tokens;
        this.expressions = expressions;
    }

    /** Reads {@code (a, b=c, *d, **e)}. */
    Arguments arguments() throws SyntaxException {
        Token opening = tokens.take();
        List<Expression> positional = new ArrayList<>();
        List<Arguments.Named> named = new ArrayList<>();
        List<Expression> list = new ArrayList<>();
        List<Expression> dictionary = new ArrayList<>();
        boolean first = true;
        while (!tokens.peek().isOperator(")")) {
            if (!first) {
                tokens.requireOperator(",");
                if (tokens.peek().isOperator(")")) {
                    break;
                }
            }
            first = false;
            boolean mayBeList = list.isEmpty() && dictionary.isEmpty();
            if (tokens.peek().isOperator("*")) {
                require(mayBeList, opening);
                tokens.take();
                list.add(expressions.expression());
            } else if (tokens.peek().isOperator("**")) {
                require(dictionary.isEmpty(), opening);
                tokens.take();
                dictionary.add(expressions.expression());
            } else if (tokens.peek().is(Kind.NAME) && tokens.peekSecond().isOperator("=")) {
                require(dictionary.isEmpty(), opening);
                String name = tokens.take().text();
                tokens.take();
                named.add(new Arguments.Named(name, expressions.expression()));
            } else {
                require(mayBeList && named.isEmpty(), opening);
                positional.add(expressions.expression());
            }
        }
        tokens.requireOperator(")");
        list.addAll(dictionary);
        return new Arguments(positional, named, list);
    }

    private static void require(boolean inOrder, Token opening) throws SyntaxException {
        if (!inOrder) {
            throw new SyntaxException("arguments in the wrong order", opening.start());
        }
    }

    /** Reads {@code a]} or {@code a:b, c]}; the opening bracket has been taken. */
    Expression index() throws SyntaxException {
        List<Expression> parts = new ArrayList<>();
        int count = 0;
        boolean hasSlice = false;
        while (!tokens.peek().isOperator("]")) {
            if (count > 0) {
                tokens.requireOperator(",");
            }
            hasSlice |= isSlice(parts);
            count++;
        }
        tokens.take();
        return count == 1 && !hasSlice ? parts.get(0) : new Sequence(true, parts);
    }

    /** Adds one index or the parts of a slice, and tells whether it is a slice. */
    private boolean isSlice(List<Expression> parts) throws SyntaxException {
        if (!tokens.peek().isOperator(":")) {
            parts.add(expressions.expression());
        }
        if (!tokens.takeOperator(":")) {
            return false;
        }
        slicePart(parts);
        if (tokens.takeOperator(":")) {
            slicePart(parts);
        }
        return true;
    }

    private void slicePart(List<Expression> parts) throws SyntaxException {
        Token next = tokens.peek();
        if (!next.isOperator(":") && !next.isOperator("]") && !next.isOperator(",")) {
            parts.add(expressions.expression());
        }
    }
}
