package io.dsreview.superset.jinja;

import io.dsreview.superset.jinja.Expression.Applied;
import io.dsreview.superset.jinja.Expression.Call;
import io.dsreview.superset.jinja.Expression.Choice;
import io.dsreview.superset.jinja.Expression.Group;
import io.dsreview.superset.jinja.Expression.Literal;
import io.dsreview.superset.jinja.Expression.Name;
import io.dsreview.superset.jinja.Expression.Not;
import io.dsreview.superset.jinja.Expression.Or;
import io.dsreview.superset.jinja.Token.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Jinja's expression grammar, by recursive descent. Operators of one kind are kept flat, and nesting is bounded, so that
 * no template can exhaust the stack here or later.
 */
final class ExpressionParser {

    private static final int MAX_DEPTH = 100;
    private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", "<=", ">", ">=");
    private static final Set<String> SUMS = Set.of("+", "-", "~", "*", "/", "//", "%", "**");
    private static final Set<String> CONSTANTS = Set.of("true", "True", "false", "False", "none", "None");
    private static final Set<String> AFTER_A_TEST = Set.of("else", "or", "and", "is", "if", "not", "in", "recursive");

    private final Tokens tokens;
    private int depth;

    ExpressionParser(Tokens tokens) {
        this.tokens = tokens;
    }

    /** {@code a} or {@code a, b}. */
    Expression tuple() throws TemplateFault {
        return tuple(true);
    }

    /** As {@link #tuple()}, for places where an {@code if} belongs to the statement. */
    Expression tuple(boolean withChoice) throws TemplateFault {
        List<Expression> parts = new ArrayList<>();
        parts.add(withChoice ? expression() : or());
        while (tokens.takeOperator(",") && startsExpression()) {
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

    private void enter() throws TemplateFault {
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
        operands.add(unary(true));
        while (tokens.peek().kind() == Kind.OPERATOR
                && SUMS.contains(tokens.peek().text())) {
            tokens.take();
            operands.add(unary(true));
        }
        return operands.size() == 1 ? operands.get(0) : new Group(operands);
    }

    private Expression unary(boolean withFilters) throws TemplateFault {
        List<Expression> parts = new ArrayList<>();
        if (tokens.takeOperator("-") || tokens.takeOperator("+")) {
            enter();
            parts.add(unary(false));
            depth--;
        } else {
            parts.add(primary());
            postfix(parts);
        }
        if (withFilters) {
            filters(parts);
        }
        return parts.size() == 1 ? parts.get(0) : new Group(parts);
    }

    private Expression primary() throws TemplateFault {
        Token token = tokens.take();
        switch (token.kind()) {
            case NAME:
                return CONSTANTS.contains(token.text())
                        ? new Literal(null)
                        : new Name(token.text(), token.offset());
            case NUMBER:
                return new Literal(token.text());
            case STRING:
                StringBuilder text = new StringBuilder(token.text());
                while (tokens.peek().kind() == Kind.STRING) {
                    text.append(tokens.take().text());
                }
                return new Literal(text.toString());
            case OPERATOR:
                return bracket(token);
            case END:
                break;
        }
        throw new TemplateFault("expected an expression", token.offset());
    }

    private Expression bracket(Token opening) throws TemplateFault {
        enter();
        Expression inside =
                switch (opening.text()) {
                    case "(" -> tokens.peek().isOperator(")") ? new Group(List.of()) : tuple();
                    case "[" -> new Group(list("]", false));
                    case "{" -> new Group(list("}", true));
                    default -> throw new TemplateFault("expected an expression", opening.offset());
                };
        if (opening.text().equals("(")) {
            tokens.requireOperator(")");
        }
        depth--;
        return inside;
    }

    private List<Expression> list(String closing, boolean pairs) throws TemplateFault {
        List<Expression> elements = new ArrayList<>();
        while (!tokens.takeOperator(closing)) {
            if (!elements.isEmpty()) {
                tokens.requireOperator(",");
                if (tokens.takeOperator(closing)) {
                    break;
                }
            }
            elements.add(expression());
            if (pairs) {
                tokens.requireOperator(":");
                elements.add(expression());
            }
        }
        return elements;
    }

    /** Attributes, indexes and calls. Only a call of a plain name is kept as a call. */
    private void postfix(List<Expression> parts) throws TemplateFault {
        while (true) {
            if (tokens.takeOperator(".")) {
                Token member = tokens.take();
                if (member.kind() != Kind.NAME && member.kind() != Kind.NUMBER) {
                    throw new TemplateFault("expected a name after the dot", member.offset());
                }
                parts.add(new Group(List.of()));
            } else if (tokens.takeOperator("[")) {
                parts.add(subscript());
            } else if (tokens.takeOperator("(")) {
                call(parts);
            } else {
                return;
            }
        }
    }

    private Expression subscript() throws TemplateFault {
        List<Expression> parts = new ArrayList<>();
        while (!tokens.takeOperator("]")) {
            if (!tokens.takeOperator(":") && !tokens.takeOperator(",")) {
                parts.add(expression());
            }
        }
        return new Group(parts);
    }

    private void call(List<Expression> parts) throws TemplateFault {
        List<Expression> positional = new ArrayList<>();
        Map<String, Expression> named = new LinkedHashMap<>();
        boolean spread = arguments(positional, named);
        if (parts.size() == 1 && parts.get(0) instanceof Name function) {
            parts.set(0, new Call(function, positional, named, spread));
        } else {
            parts.addAll(positional);
            parts.addAll(named.values());
        }
    }

    /** Reads arguments up to the bracket, and tells whether there is one with a star. */
    private boolean arguments(List<Expression> positional, Map<String, Expression> named) throws TemplateFault {
        boolean spread = false;
        boolean first = true;
        while (!tokens.takeOperator(")")) {
            if (!first) {
                tokens.requireOperator(",");
                if (tokens.takeOperator(")")) {
                    break;
                }
            }
            first = false;
            if (tokens.takeOperator("*") || tokens.takeOperator("**")) {
                spread = true;
                positional.add(expression());
            } else if (tokens.peek().kind() == Kind.NAME && tokens.peekSecond().isOperator("=")) {
                String name = tokens.take().text();
                tokens.take();
                named.put(name, expression());
            } else {
                positional.add(expression());
            }
        }
        return spread;
    }

    /** Reads {@code | filter} and {@code is test}, any number of them. */
    void filters(List<Expression> parts) throws TemplateFault {
        while (true) {
            if (tokens.takeOperator("|")) {
                parts.add(applied());
            } else if (tokens.takeName("is")) {
                tokens.takeName("not");
                parts.add(applied());
                if (startsExpression() && !tokens.peek().isOperator("-") && !tokens.peek().isOperator("+")) {
                    parts.add(primary());
                    postfix(parts);
                }
            } else if (parts.size() > 1 && tokens.takeOperator("(")) {
                call(parts);
            } else {
                return;
            }
        }
    }

    /** {@code upper | replace('a', 'b')}, as a filter block has it: the first one without a bar. */
    Expression filterChain() throws TemplateFault {
        List<Expression> parts = new ArrayList<>();
        parts.add(new Group(List.of()));
        parts.add(applied());
        filters(parts);
        return new Group(parts);
    }

    private Expression applied() throws TemplateFault {
        Token first = tokens.requireName();
        StringBuilder name = new StringBuilder(first.text());
        while (tokens.takeOperator(".")) {
            name.append('.').append(tokens.requireName().text());
        }
        return new Applied(name.toString(), first.offset());
    }

    private boolean startsExpression() {
        Token next = tokens.peek();
        return switch (next.kind()) {
            case NAME -> !AFTER_A_TEST.contains(next.text());
            case STRING, NUMBER -> true;
            case OPERATOR -> Set.of("(", "[", "{", "-", "+").contains(next.text());
            case END -> false;
        };
    }
}
