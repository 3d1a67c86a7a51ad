package io.dsreview.superset.jinja.tree;

import java.util.stream.Stream;

/** What can stand behind an expression. */
public sealed interface Link {

    /**
     * {@code .name}.
     *
     * @param name the attribute
     */
    record Attribute(String name) implements Link {}

    /**
     * {@code [index]}, {@code .0} or {@code [from:to]}.
     *
     * @param index the index; of a slice, its parts
     */
    record Item(Expression index) implements Link {}

    /**
     * {@code (arguments)}.
     *
     * @param arguments the arguments
     */
    record Call(Arguments arguments) implements Link {}

    /**
     * {@code | name(arguments)}.
     *
     * @param name the filter, perhaps with dots
     * @param offset where the name stands
     * @param arguments the arguments
     */
    record Filter(String name, int offset, Arguments arguments) implements Link {}

    /**
     * {@code is name(arguments)} or {@code is not name(arguments)}.
     *
     * @param name the test, perhaps with dots
     * @param offset where the name stands
     * @param isNegated true if there is a {@code not}
     * @param arguments the arguments
     */
    record Test(String name, int offset, boolean isNegated, Arguments arguments) implements Link {}

    /**
     * Returns the expressions inside.
     *
     * @return the index or the arguments
     */
    default Stream<Expression> parts() {
        if (this instanceof Item item) {
            return Stream.of(item.index());
        }
        if (this instanceof Call call) {
            return call.arguments().all().stream();
        }
        if (this instanceof Filter filter) {
            return filter.arguments().all().stream();
        }
        if (this instanceof Test test) {
            return test.arguments().all().stream();
        }
        return Stream.empty();
    }
}
