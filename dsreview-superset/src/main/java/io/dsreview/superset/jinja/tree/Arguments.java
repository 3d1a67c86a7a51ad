package io.dsreview.superset.jinja.tree;

import java.util.ArrayList;
import java.util.List;

/**
 * What stands between the brackets of a call, filter or test.
 *
 * @param positional the positional arguments, in order; copied
 * @param named the named arguments, in order, names perhaps repeated; copied
 * @param spread what is handed over by one star or two; copied
 */
public record Arguments(List<Expression> positional, List<Named> named, List<Expression> spread) {

    /** No arguments. */
    public static final Arguments NONE = new Arguments(List.of(), List.of(), List.of());

    /**
     * A named argument.
     *
     * @param name the name
     * @param value the argument
     */
    public record Named(String name, Expression value) {}

    /** Copies the lists. */
    public Arguments {
        positional = List.copyOf(positional);
        named = List.copyOf(named);
        spread = List.copyOf(spread);
    }

    /**
     * Returns all the arguments.
     *
     * @return their expressions
     */
    public List<Expression> all() {
        List<Expression> all = new ArrayList<>(positional);
        named.forEach(each -> all.add(each.value()));
        all.addAll(spread);
        return all;
    }
}
