package io.dsreview.superset.jinja.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An expression. Chains of operators of one kind, and chains of attributes, calls and filters, are flat, and all other
 * nesting is bounded by the parser, so that recursion over an expression cannot exhaust the stack.
 */
public sealed interface Expression {

    /** What an operation does, as far as it matters here. */
    enum Operator {
        /** {@code a or b}. */
        OR,
        /** {@code a and b}. */
        AND,
        /** {@code not a}. */
        NOT,
        /** {@code a == b}, {@code a != b}, {@code a in b}, {@code a not in b}. */
        EQUALITY,
        /** {@code a < b}, and chains of comparisons with such an operator among them. */
        ORDER,
        /** {@code -a}. */
        NEGATION,
        /** Sums, products, powers, concatenations. */
        ARITHMETIC
    }

    /**
     * A literal.
     *
     * @param value its value, never computed
     */
    record Constant(Value value) implements Expression {}

    /**
     * A name.
     *
     * @param name the name
     * @param offset where it stands
     */
    record Name(String name, int offset) implements Expression {}

    /**
     * A list or tuple.
     *
     * @param isTuple true for a tuple
     * @param elements its elements; copied
     */
    record Sequence(boolean isTuple, List<Expression> elements) implements Expression {
        /** Copies the list. */
        public Sequence {
            elements = List.copyOf(elements);
        }
    }

    /**
     * A dictionary.
     *
     * @param entries keys and values in turn; copied
     */
    record Dictionary(List<Expression> entries) implements Expression {
        /** Copies the list. */
        public Dictionary {
            entries = List.copyOf(entries);
        }
    }

    /**
     * An expression with attributes, indexes, calls, filters and tests behind it.
     *
     * @param base what they are applied to, not a chain itself
     * @param links they, in order, at least one; copied
     */
    record Chain(Expression base, List<Link> links) implements Expression {
        /** Copies the list. */
        public Chain {
            links = List.copyOf(links);
        }
    }

    /**
     * Operands with an operator.
     *
     * @param operator the operator, or the kind of all of them
     * @param operands the operands, at least one; copied
     */
    record Operation(Operator operator, List<Expression> operands) implements Expression {
        /** Copies the list. */
        public Operation {
            operands = List.copyOf(operands);
        }
    }

    /**
     * {@code then if test else otherwise}.
     *
     * @param test the condition
     * @param written where the condition is written
     * @param then the value if it holds
     * @param otherwise the value if not, or null
     */
    record Choice(
            Expression test,
            Span written,
            Expression then,
            @Nullable Expression otherwise) implements Expression {}

    /** The text that a block has made, for the filters of that block. */
    record Captured() implements Expression {}

    /**
     * Returns the value if it is a literal, a negative number, or a list or tuple of such.
     *
     * @return the value, or that it is computed
     */
    default Value value() {
        if (this instanceof Constant constant) {
            return constant.value();
        }
        if (this instanceof Sequence sequence) {
            List<Value> items = new ArrayList<>();
            for (Expression element : sequence.elements()) {
                Value item = element.value();
                if (!item.isLiteral()) {
                    return item;
                }
                items.add(item);
            }
            return new Value.Items(items);
        }
        if (this instanceof Operation operation
                && operation.operator() == Operator.NEGATION
                && operation.operands().get(0) instanceof Constant constant
                && constant.value() instanceof Value.Numeral numeral) {
            return new Value.Numeral("-" + numeral.digits());
        }
        return new Value.Computed();
    }

    /**
     * Returns the expressions directly inside.
     *
     * @return they, in the order of the source except for a {@link Choice}, whose condition comes first
     */
    default Stream<Expression> parts() {
        if (this instanceof Sequence sequence) {
            return sequence.elements().stream();
        }
        if (this instanceof Dictionary dictionary) {
            return dictionary.entries().stream();
        }
        if (this instanceof Chain chain) {
            return Stream.concat(Stream.of(chain.base()), chain.links().stream().flatMap(Link::parts));
        }
        if (this instanceof Operation operation) {
            return operation.operands().stream();
        }
        if (this instanceof Choice choice) {
            Stream<Expression> both = Stream.of(choice.test(), choice.then());
            return choice.otherwise() == null ? both : Stream.concat(both, Stream.of(choice.otherwise()));
        }
        return Stream.empty();
    }

    /**
     * Hands over every name in the expression.
     *
     * @param consumer who takes them
     */
    default void names(Consumer<Name> consumer) {
        if (this instanceof Name name) {
            consumer.accept(name);
        } else {
            parts().forEach(part -> part.names(consumer));
        }
    }
}
