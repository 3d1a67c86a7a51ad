package io.dsreview.superset.jinja;

import io.dsreview.superset.jinja.Expression.Applied;
import io.dsreview.superset.jinja.Expression.Call;
import io.dsreview.superset.jinja.Expression.Group;
import io.dsreview.superset.jinja.Expression.Literal;
import io.dsreview.superset.jinja.Expression.Name;
import io.dsreview.superset.jinja.Token.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The operands of expressions: literals, names, brackets, and what may follow them. */
final class OperandParser {

    private static final Set<String> CONSTANTS = Set.of("true", "True", "false", "False", "none", "None");

    private final Tokens tokens;
    private final ExpressionParser expressions;

    OperandParser(Tokens tokens, ExpressionParser expressions) {
        this.tokens = tokens;
        this.expressions = expressions;
    }

    Expression unary(boolean withFilters) throws TemplateFault {
        List<Expression> parts = new ArrayList<>();
        if (tokens.takeOperator("-") || tokens.takeOperator("+")) {
            expressions.enter();
            parts.add(unary(false));
            expressions.leave();
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
        return switch (token.kind()) {
            case NAME -> CONSTANTS.contains(token.text()) ? new Literal(null) : new Name(token.text(), token.offset());
            case NUMBER -> new Literal(token.text());
            case STRING -> text(token);
            case OPERATOR -> bracket(token);
            case END -> throw new TemplateFault("expected an expression", token.offset());
        };
    }

    /** Strings that follow each other are one, as in Python. */
    private Literal text(Token first) {
        StringBuilder text = new StringBuilder(first.text());
        while (tokens.peek().kind() == Kind.STRING) {
            text.append(tokens.take().text());
        }
        return new Literal(text.toString());
    }

    private Expression bracket(Token opening) throws TemplateFault {
        expressions.enter();
        Expression inside =
                switch (opening.text()) {
                    case "(" -> tokens.peek().isOperator(")") ? new Group(List.of()) : expressions.tuple();
                    case "[" -> new Group(list("]", false));
                    case "{" -> new Group(list("}", true));
                    default -> throw new TemplateFault("expected an expression", opening.offset());
                };
        if (opening.text().equals("(")) {
            tokens.requireOperator(")");
        }
        expressions.leave();
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
            elements.add(expressions.expression());
            if (pairs) {
                tokens.requireOperator(":");
                elements.add(expressions.expression());
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
                parts.add(expressions.expression());
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
                positional.add(expressions.expression());
            } else if (tokens.peek().kind() == Kind.NAME && tokens.peekSecond().isOperator("=")) {
                String name = tokens.take().text();
                tokens.take();
                named.put(name, expressions.expression());
            } else {
                positional.add(expressions.expression());
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
                if (tokens.startsExpression()
                        && !tokens.peek().isOperator("-")
                        && !tokens.peek().isOperator("+")) {
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
}
