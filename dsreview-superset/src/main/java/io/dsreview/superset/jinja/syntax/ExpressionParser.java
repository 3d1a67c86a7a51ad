package io.dsreview.superset.jinja.syntax;

import io.dsreview.superset.jinja.syntax.Token.Kind;
import io.dsreview.superset.jinja.tree.Expression;
import io.dsreview.superset.jinja.tree.Expression.Choice;
import io.dsreview.superset.jinja.tree.Expression.Operation;
import io.dsreview.superset.jinja.tree.Expression.Operator;
import io.dsreview.superset.jinja.tree.Expression.Sequence;
import io.dsreview.superset.jinja.tree.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Jinja's expression grammar, by recursive descent of bounded depth. */
final class ExpressionParser {

    private static final Set<String> EQUALITY = Set.of("==", "!=");
    private static final Set<String> ORDER = Set.of("<", "<=", ">", ">=");
    private static final Set<String> ARITHMETIC = Set.of("+", "-", "~", "*", "/", "//", "%", "**");

    private final TokenStream tokens;
    private final Nesting nesting = new Nesting(Template.DEEPEST_NESTING);
    private final OperandParser operand;

    ExpressionParser(TokenStream tokens) {
        this.tokens = tokens;
        this.operand = new OperandParser(tokens, this, nesting);
    }

    OperandParser operands() {
        return operand;
    }

    /** Reads one part of a tuple. */
    private interface Part {
        Expression parse() throws SyntaxException;
    }

    /** Parts that are a tuple if there was a comma. */
    private record Parts(List<Expression> all, boolean isTuple) {}

    /** {@code a} or {@code a, b}; not nothing. */
    Expression tuple() throws SyntaxException {
        return required(tuple(this::expression));
    }

    /** As {@link #tuple()}, without {@code a if b}, for places where an {@code if} belongs to the statement. */
    Expression tupleWithoutChoice() throws SyntaxException {
        return required(tuple(this::or));
    }

    /** As {@link #tuple()}, perhaps empty, for what stands in brackets. */
    Expression bracketed() throws SyntaxException {
        return whole(tuple(this::expression));
    }

    /** Parts with commas between them, perhaps one behind the last. */
    private Parts tuple(Part part) throws SyntaxException {
        List<Expression> parts = new ArrayList<>();
        boolean isTuple = false;
        while (!isTupleEnd()) {
            parts.add(part.parse());
            if (!tokens.takeOperator(",")) {
                break;
            }
            isTuple = true;
        }
        return new Parts(parts, isTuple);
    }

    private Expression required(Parts parts) throws SyntaxException {
        if (parts.all().isEmpty()) {
            throw new SyntaxException("expected an expression", tokens.peek().start());
        }
        return whole(parts);
    }

    private static Expression whole(Parts parts) {
        return parts.isTuple() || parts.all().isEmpty()
                ? new Sequence(true, parts.all())
                : parts.all().get(0);
    }

    boolean isTupleEnd() {
        Token next = tokens.peek();
        return next.is(Kind.VARIABLE_END) || next.is(Kind.STATEMENT_END) || next.isOperator(")");
    }

    Expression expression() throws SyntaxException {
        int outside = nesting.depth();
        nesting.enter(tokens.peek());
        Expression value = or();
        while (tokens.takeName("if")) {
            nesting.enter(tokens.peek());
            int start = tokens.peek().start();
            Expression test = or();
            Span written = new Span(start, tokens.previousEnd());
            Expression otherwise = tokens.takeName("else") ? expression() : null;
            value = new Choice(test, written, value, otherwise);
        }
        nesting.leaveTo(outside);
        return value;
    }

    private Expression or() throws SyntaxException {
        List<Expression> operands = new ArrayList<>();
        operands.add(and());
        while (tokens.takeName("or")) {
            operands.add(and());
        }
        return operation(Operator.OR, operands);
    }

    private Expression and() throws SyntaxException {
        List<Expression> operands = new ArrayList<>();
        operands.add(not());
        while (tokens.takeName("and")) {
            operands.add(not());
        }
        return operation(Operator.AND, operands);
    }

    private Expression not() throws SyntaxException {
        Token first = tokens.peek();
        if (!tokens.takeName("not")) {
            return comparison();
        }
        nesting.enter(first);
        Expression negated = not();
        nesting.leave();
        return new Operation(Operator.NOT, List.of(negated));
    }

    private Expression comparison() throws SyntaxException {
        List<Expression> operands = new ArrayList<>();
        operands.add(arithmetic());
        Operator operator = Operator.EQUALITY;
        while (true) {
            if (isOperator(ORDER)) {
                operator = Operator.ORDER;
                tokens.take();
            } else if (isOperator(EQUALITY)) {
                tokens.take();
            } else if (tokens.peek().isName("not") && tokens.peekSecond().isName("in")) {
                tokens.take();
                tokens.take();
            } else if (!tokens.takeName("in")) {
                return operation(operator, operands);
            }
            operands.add(arithmetic());
        }
    }

    private Expression arithmetic() throws SyntaxException {
        List<Expression> operands = new ArrayList<>();
        operands.add(operand.unary(true));
        while (isOperator(ARITHMETIC)) {
            tokens.take();
            operands.add(operand.unary(true));
        }
        return operation(Operator.ARITHMETIC, operands);
    }

    private boolean isOperator(Set<String> operators) {
        Token next = tokens.peek();
        return next.is(Kind.OPERATOR) && operators.contains(next.text());
    }

    private static Expression operation(Operator operator, List<Expression> operands) {
        return operands.size() == 1 ? operands.get(0) : new Operation(operator, operands);
    }
}
