package io.dsreview.superset.jinja;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** As much of an expression as is needed to find what it asks for. */
sealed interface Expression {

    /** A constant; its text is null unless it is a string or a number. */
    record Literal(@Nullable String text) implements Expression {}

    /** A name that has to come from somewhere. */
    record Name(String name, int offset) implements Expression {}

    /** A filter or test by its name, which is looked up apart from all other names. */
    record Applied(String name, int offset) implements Expression {}

    /** A call of a plain name. */
    record Call(Name function, List<Expression> positional, Map<String, Expression> named, boolean spread)
            implements Expression {
        public Call {
            positional = List.copyOf(positional);
            named = Collections.unmodifiableMap(new LinkedHashMap<>(named));
        }
    }

    /** {@code a or b or c}. */
    record Or(List<Expression> operands) implements Expression {
        public Or {
            operands = List.copyOf(operands);
        }
    }

    /** {@code not a}. */
    record Not(Expression operand) implements Expression {}

    /** {@code a if b else c}. */
    record Choice(
            Expression test, Expression then, @Nullable Expression otherwise) implements Expression {}

    /** Anything else, by its parts. */
    record Group(List<Expression> parts) implements Expression {
        public Group {
            parts = List.copyOf(parts);
        }
    }

    /** Tells whether nothing in the expression has to come from anywhere. */
    static boolean isConstant(Expression expression) {
        return expression instanceof Literal
                || (expression instanceof Group group && group.parts().stream().allMatch(Expression::isConstant));
    }
}
