package io.dsreview.superset.jinja.syntax;

import io.dsreview.superset.jinja.syntax.Token.Kind;
import io.dsreview.superset.jinja.tree.Expression;
import io.dsreview.superset.jinja.tree.Expression.Name;
import io.dsreview.superset.jinja.tree.Expression.Sequence;
import io.dsreview.superset.jinja.tree.Signature;
import io.dsreview.superset.jinja.tree.Target;
import io.dsreview.superset.jinja.tree.Target.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What tags define: targets of assignments, parameters, imported names. */
final class TargetParser {

    private static final Set<String> CONSTANTS = Set.of("true", "True", "false", "False", "none", "None");

    private final TokenStream tokens;
    private final ExpressionParser expressions;

    TargetParser(TokenStream tokens, ExpressionParser expressions) {
        this.tokens = tokens;
        this.expressions = expressions;
    }

    /** {@code a}, {@code a, b}, {@code (a, b)}; for a {@code set} also {@code namespace.a}. */
    Target target(boolean withNamespace) throws SyntaxException {
        int offset = tokens.peek().start();
        List<Place> places = new ArrayList<>();
        boolean assignable = true;
        boolean isEmpty = true;
        while (!expressions.isTupleEnd()) {
            isEmpty = false;
            Place namespaced = withNamespace ? namespaced() : null;
            if (namespaced == null) {
                assignable &= addAll(expressions.operands().primary(), places);
            } else {
                places.add(namespaced);
            }
            if (!tokens.peek().isOperator(",")) {
                break;
            }
            offset = tokens.take().start();
        }
        if (isEmpty) {
            throw new SyntaxException("expected a name", tokens.peek().start());
        }
        if (!assignable) {
            throw new SyntaxException("this cannot get a value", offset);
        }
        return new Target(places);
    }

    private @Nullable Place namespaced() throws SyntaxException {
        Token first = tokens.peek();
        if (!first.is(Kind.NAME)
                || CONSTANTS.contains(first.text())
                || !tokens.peekSecond().isOperator(".")) {
            return null;
        }
        tokens.take();
        tokens.take();
        return new Place(
                new Name(first.text(), first.start()), tokens.requireName().text());
    }

    private static boolean addAll(Expression part, List<Place> places) {
        if (part instanceof Name name) {
            places.add(new Place(name, null));
            return true;
        }
        boolean assignable = part instanceof Sequence sequence && sequence.isTuple();
        if (part instanceof Sequence sequence) {
            for (Expression element : sequence.elements()) {
                assignable &= addAll(element, places);
            }
        }
        return assignable;
    }

    Name name() throws SyntaxException {
        Token name = tokens.requireName();
        if (CONSTANTS.contains(name.text())) {
            throw new SyntaxException("this cannot get a value", name.start());
        }
        return new Name(name.text(), name.start());
    }

    Signature signature() throws SyntaxException {
        List<Name> parameters = new ArrayList<>();
        List<Expression> defaults = new ArrayList<>();
        tokens.requireOperator("(");
        while (!tokens.peek().isOperator(")")) {
            if (!parameters.isEmpty()) {
                tokens.requireOperator(",");
            }
            Name parameter = name();
            if (tokens.takeOperator("=")) {
                defaults.add(expressions.expression());
            } else if (!defaults.isEmpty()) {
                throw new SyntaxException(
                        "a parameter without default after one with",
                        tokens.peek().start());
            }
            parameters.add(parameter);
        }
        tokens.take();
        return new Signature(parameters, defaults);
    }

    /** {@code a, b as c with context}. */
    List<String> imported() throws SyntaxException {
        List<String> names = new ArrayList<>();
        while (true) {
            if (!names.isEmpty()) {
                tokens.requireOperator(",");
            }
            if (tokens.peek().is(Kind.NAME) && takeContext()) {
                return names;
            }
            Name name = name();
            if (name.name().startsWith("_")) {
                throw new SyntaxException("names that begin with an underscore cannot be imported", name.offset());
            }
            names.add(tokens.takeName("as") ? name().name() : name.name());
            if (takeContext() || !tokens.peek().isOperator(",")) {
                return names;
            }
        }
    }

    /** Takes {@code with context} or {@code without context}, and tells whether it was there. */
    boolean takeContext() throws SyntaxException {
        String with = tokens.peek().text();
        boolean isThere = tokens.peek().is(Kind.NAME)
                && (with.equals("with") || with.equals("without"))
                && tokens.peekSecond().isName("context");
        if (isThere) {
            tokens.take();
            tokens.take();
        }
        return isThere;
    }
}
