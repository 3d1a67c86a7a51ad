package io.dsreview.superset.jinja;

import io.dsreview.superset.jinja.tree.Expression;
import io.dsreview.superset.jinja.tree.Expression.Operation;
import io.dsreview.superset.jinja.tree.Expression.Operator;
import io.dsreview.superset.jinja.tree.Link;
import io.dsreview.superset.jinja.tree.Value;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What expressions fall back to where there is no value. */
final class Fallbacks {

    private static final Set<String> DEFAULT_FILTERS = Set.of("default", "d");

    private Fallbacks() {}

    /**
     * Returns what the operand of an {@code or} before another one falls back to: the other one, if that is a literal; else
     * something, if the other one is another constant, or falls back to one itself; else nothing.
     */
    static @Nullable Value before(Expression alternative, @Nullable Value itsFallback) {
        if (isConstant(alternative)) {
            return alternative.value();
        }
        boolean endsInOne = alternative instanceof Operation operation
                && operation.operator() == Operator.OR
                && operation.operands().stream().anyMatch(Fallbacks::isConstant);
        return itsFallback != null || endsInOne ? new Value.Computed() : null;
    }

    /**
     * Returns the fallback that a filter right behind gives. The filter {@code default} looks at what is undefined only, which
     * the result of a call hardly ever is, unless it is told to take everything that is empty.
     */
    static @Nullable Value ofFilter(List<Link> links, boolean behindCall) {
        if (links.isEmpty()
                || !(links.get(0) instanceof Link.Filter filter)
                || !DEFAULT_FILTERS.contains(filter.name())) {
            return null;
        }
        CallArguments arguments = CallArguments.of(filter.arguments());
        boolean takesEmpty = arguments.argument(1, "boolean") instanceof Value.Truth truth && truth.value();
        if (behindCall && !takesEmpty) {
            return null;
        }
        Value fallback = arguments.argument(0, "default_value");
        if (fallback == null) {
            return arguments.isSpread() ? new Value.Computed() : new Value.Text("");
        }
        return fallback;
    }

    private static boolean isConstant(Expression expression) {
        return !(expression instanceof Expression.Name)
                && !(expression instanceof Expression.Captured)
                && expression.parts().allMatch(Fallbacks::isConstant);
    }
}
