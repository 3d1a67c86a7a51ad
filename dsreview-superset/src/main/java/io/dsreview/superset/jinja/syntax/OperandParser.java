package io.dsreview.superset.jinja.syntax;

import io.dsreview.superset.jinja.syntax.Token.Kind;
import io.dsreview.superset.jinja.tree.Arguments;
import io.dsreview.superset.jinja.tree.Expression;
import io.dsreview.superset.jinja.tree.Expression.Captured;
import io.dsreview.superset.jinja.tree.Expression.Chain;
import io.dsreview.superset.jinja.tree.Expression.Constant;
import io.dsreview.superset.jinja.tree.Expression.Dictionary;
import io.dsreview.superset.jinja.tree.Expression.Name;
import io.dsreview.superset.jinja.tree.Expression.Operation;
import io.dsreview.superset.jinja.tree.Expression.Operator;
import io.dsreview.superset.jinja.tree.Expression.Sequence;
import io.dsreview.superset.jinja.tree.Link;
import io.dsreview.superset.jinja.tree.Link.Filter;
import io.dsreview.superset.jinja.tree.Link.Test;
import io.dsreview.superset.jinja.tree.Value.None;
import io.dsreview.superset.jinja.tree.Value.Numeral;
import io.dsreview.superset.jinja.tree.Value.Text;
import io.dsreview.superset.jinja.tree.Value.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The operands of expressions: literals, names, brackets, and what may follow them. */
final class OperandParser {

    private static final Set<String> NOT_AN_ARGUMENT = Set.of("else", "or", "and");

    private final TokenStream tokens;
    private final ExpressionParser expressions;
    private final ArgumentParser arguments;
    private final Nesting nesting;

    OperandParser(TokenStream tokens, ExpressionParser expressions, Nesting nesting) {
        this.tokens = tokens;
        this.expressions = expressions;
        this.arguments = new ArgumentParser(tokens, expressions);
        this.nesting = nesting;
    }

    Expression unary(boolean withFilters) throws SyntaxException {
        Token sign = tokens.peek();
        Expression base;
        List<Link> links = new ArrayList<>();
        if (tokens.takeOperator("-") || tokens.takeOperator("+")) {
            nesting.enter(sign);
            Operator operator = sign.isOperator("-") ? Operator.NEGATION : Operator.ARITHMETIC;
            base = new Operation(operator, List.of(unary(false)));
            nesting.leave();
        } else {
            base = primary();
        }
        postfix(links);
        if (withFilters) {
            filtersAndTests(links);
        }
        return chain(base, links);
    }

    private static Expression chain(Expression base, List<Link> links) {
        if (links.isEmpty()) {
            return base;
        }
        if (!(base instanceof Chain inner)) {
            return new Chain(base, links);
        }
        List<Link> all = new ArrayList<>(inner.links());
        all.addAll(links);
        return new Chain(inner.base(), all);
    }

    Expression primary() throws SyntaxException {
        Token token = tokens.peek();
        return switch (token.kind()) {
            case NAME -> named(tokens.take());
            case INTEGER, FLOAT -> new Constant(new Numeral(tokens.take().text()));
            case STRING -> text();
            case OPERATOR -> bracket(token);
            default -> throw new SyntaxException("expected an expression", token.start());
        };
    }

    private static Expression named(Token name) {
        return switch (name.text()) {
            case "true", "True" -> new Constant(new Truth(true));
            case "false", "False" -> new Constant(new Truth(false));
            case "none", "None" -> new Constant(new None());
            default -> new Name(name.text(), name.start());
        };
    }

    /** Strings that follow each other are one, as in Python. */
    private Expression text() throws SyntaxException {
        StringBuilder text = new StringBuilder();
        while (tokens.peek().is(Kind.STRING)) {
            text.append(tokens.take().text());
        }
        return new Constant(new Text(text.toString()));
    }

    private Expression bracket(Token opening) throws SyntaxException {
        if (tokens.takeOperator("(")) {
            Expression inside = expressions.bracketed();
            tokens.requireOperator(")");
            return inside;
        }
        if (tokens.takeOperator("[")) {
            return new Sequence(false, elements("]", false));
        }
        if (tokens.takeOperator("{")) {
            return new Dictionary(elements("}", true));
        }
        throw new SyntaxException("expected an expression", opening.start());
    }

    private List<Expression> elements(String closing, boolean pairs) throws SyntaxException {
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

    private void postfix(List<Link> links) throws SyntaxException {
        while (true) {
            if (tokens.takeOperator(".")) {
                links.add(member());
            } else if (tokens.takeOperator("[")) {
                links.add(new Link.Item(arguments.index()));
            } else if (tokens.peek().isOperator("(")) {
                links.add(new Link.Call(arguments.arguments()));
            } else {
                return;
            }
        }
    }

    private Link member() throws SyntaxException {
        Token member = tokens.take();
        return switch (member.kind()) {
            case NAME -> new Link.Attribute(member.text());
            case INTEGER -> new Link.Item(new Constant(new Numeral(member.text())));
            default -> throw new SyntaxException("expected a name or number after the dot", member.start());
        };
    }

    private void filtersAndTests(List<Link> links) throws SyntaxException {
        while (true) {
            if (tokens.takeOperator("|")) {
                links.add(filter());
            } else if (tokens.takeName("is")) {
                links.add(test());
            } else if (tokens.peek().isOperator("(")) {
                links.add(new Link.Call(arguments.arguments()));
            } else {
                return;
            }
        }
    }

    /** {@code | upper | trim}, any number of them, for the text of a block. */
    List<Link> blockFilters() throws SyntaxException {
        List<Link> filters = new ArrayList<>();
        while (tokens.takeOperator("|")) {
            filters.add(filter());
        }
        return filters;
    }

    /** {@code upper | trim}, as a filter block has it: the first one without a bar. */
    Expression filterBlock() throws SyntaxException {
        List<Link> filters = new ArrayList<>();
        filters.add(filter());
        filters.addAll(blockFilters());
        return new Chain(new Captured(), filters);
    }

    private Link filter() throws SyntaxException {
        int offset = tokens.peek().start();
        String name = dottedName();
        boolean called = tokens.peek().isOperator("(");
        return new Filter(name, offset, called ? arguments.arguments() : Arguments.NONE);
    }

    private Link test() throws SyntaxException {
        boolean negated = tokens.takeName("not");
        int offset = tokens.peek().start();
        String name = dottedName();
        Arguments passed = Arguments.NONE;
        if (tokens.peek().isOperator("(")) {
            passed = arguments.arguments();
        } else if (startsArgument()) {
            if (tokens.peek().isName("is")) {
                throw new SyntaxException(
                        "tests cannot be chained", tokens.peek().start());
            }
            List<Link> links = new ArrayList<>();
            Expression base = primary();
            postfix(links);
            passed = new Arguments(List.of(chain(base, links)), List.of(), List.of());
        }
        return new Test(name, offset, negated, passed);
    }

    private boolean startsArgument() {
        Token next = tokens.peek();
        return switch (next.kind()) {
            case NAME -> !NOT_AN_ARGUMENT.contains(next.text());
            case STRING, INTEGER, FLOAT -> true;
            case OPERATOR -> next.isOperator("[") || next.isOperator("{");
            default -> false;
        };
    }

    private String dottedName() throws SyntaxException {
        StringBuilder name = new StringBuilder(tokens.requireName().text());
        while (tokens.takeOperator(".")) {
            name.append('.').append(tokens.requireName().text());
        }
        return name.toString();
    }
}
