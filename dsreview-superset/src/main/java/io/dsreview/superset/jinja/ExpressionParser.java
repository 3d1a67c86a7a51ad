package io.dsreview.superset.jinja;

import io.dsreview.superset.jinja.Expression.Choice;
import io.dsreview.superset.jinja.Expression.Group;
import io.dsreview.superset.jinja.Expression.Not;
import io.dsreview.superset.jinja.Expression.Or;
import io.dsreview.superset.jinja.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Jinja's expression grammar, by recursive descent. Operators of one kind are kept flat, and nesting is bounded, so that
 * no template can exhaust the stack here or later.
 */
final class ExpressionParser {

    private static final int MAX_DEPTH = 100;
    private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", "<=", ">", ">=");
    private static final Set<String> SUMS = Set.of("+", "-", "~", "*", "/", "//", "%", "**");

    private final Tokens tokens;
    private final OperandParser operand;
    private int depth;

    ExpressionParser(Tokens tokens) {
        this.tokens = tokens;
        this.operand = new OperandParser(tokens, this);
    }

    /** {@code a} or {@code a, b}. */
    Expression tuple() throws TemplateFault {
        return tuple(true);
    }

    /** As {@link #tuple()}, for places where an {@code if} belongs to the statement. */
    Expression tuple(boolean withChoice) throws TemplateFault {
        List<Expression> parts = new ArrayList<>();
        parts.add(withChoice ? expression() : or());
        while (tokens.takeOperator(",")
                && (tokens.startsExpression() || tokens.peek().isName("not"))) {
            parts.add(withChoice ? expression() : or());
        }
        return parts.size() == 1 ? parts.get(0) : new Group(parts);
    }

    Expression expression() throws TemplateFault {
        int outside = depth;
        enter();
        Expression value = or();
        while (tokens.takeName("if")) {
            enter();
            Expression test = or();
            Expression otherwise = tokens.takeName("else") ? expression() : null;
            value = new Choice(test, value, otherwise);
        }
        depth = outside;
        return value;
    }

    /** Reads {@code | filter} and {@code is test}, any number of them, onto the parts. */
    void filters(List<Expression> parts) throws TemplateFault {
        operand.filters(parts);
    }

    /** {@code upper | replace('a', 'b')}, as a filter block has it: the first one without a bar. */
    Expression filterChain() throws TemplateFault {
        return operand.filterChain();
    }

    void leave() {
        depth--;
    }

    void enter() throws TemplateFault {
        if (++depth > MAX_DEPTH) {
            throw new TemplateFault("nested too deep to be read", tokens.peek().offset());
        }
    }

    private Expression or() throws TemplateFault {
        List<Expression> operands = new ArrayList<>();
        operands.add(and());
        while (tokens.takeName("or")) {
            operands.add(and());
        }
        return operands.size() == 1 ? operands.get(0) : new Or(operands);
    }

    private Expression and() throws TemplateFault {
        List<Expression> operands = new ArrayList<>();
        operands.add(not());
        while (tokens.takeName("and")) {
            operands.add(not());
        }
        return operands.size() == 1 ? operands.get(0) : new Group(operands);
    }

    private Expression not() throws TemplateFault {
        if (!tokens.takeName("not")) {
            return comparison();
        }
        enter();
        Expression operand = not();
        depth--;
        return new Not(operand);
    }

    private Expression comparison() throws TemplateFault {
        List<Expression> operands = new ArrayList<>();
        operands.add(sum());
        while (takeComparison()) {
            operands.add(sum());
        }
        return operands.size() == 1 ? operands.get(0) : new Group(operands);
    }

    private boolean takeComparison() {
        Token next = tokens.peek();
        if (next.kind() == Kind.OPERATOR && COMPARISONS.contains(next.text())) {
            tokens.take();
            return true;
        }
        if (next.isName("not") && tokens.peekSecond().isName("in")) {
            tokens.take();
        }
        return tokens.takeName("in");
    }

    private Expression sum() throws TemplateFault {
        List<Expression> operands = new ArrayList<>();
        operands.add(operand.unary(true));
        while (tokens.peek().kind() == Kind.OPERATOR
                && SUMS.contains(tokens.peek().text())) {
            tokens.take();
            operands.add(operand.unary(true));
        }
        return operands.size() == 1 ? operands.get(0) : new Group(operands);
    }
}
