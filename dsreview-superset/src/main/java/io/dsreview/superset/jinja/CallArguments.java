package io.dsreview.superset.jinja;

import io.dsreview.superset.jinja.tree.Arguments;
import io.dsreview.superset.jinja.tree.Expression;
import io.dsreview.superset.jinja.tree.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a function is called with.
 *
 * @param positional the positional arguments, in order; copied
 * @param named the named arguments, in order; copied
 * @param isSpread true if there are more, behind a star or two
 */
public record CallArguments(List<Value> positional, Map<String, Value> named, boolean isSpread) {

    /** Copies the collections. */
    public CallArguments {
        positional = List.copyOf(positional);
        named = Collections.unmodifiableMap(new LinkedHashMap<>(named));
    }

    static CallArguments of(Arguments arguments) {
        Map<String, Value> named = new LinkedHashMap<>();
        arguments.named().forEach(each -> named.put(each.name(), each.value().value()));
        List<Value> positional =
                arguments.positional().stream().map(Expression::value).toList();
        return new CallArguments(positional, named, !arguments.spread().isEmpty());
    }

    /**
     * Returns an argument that may be given by position or by name.
     *
     * @param index its position, from 0
     * @param name its name
     * @return the argument, or null if it is not given, or hidden behind a star
     */
    public @Nullable Value argument(int index, String name) {
        return index < positional.size() ? positional.get(index) : named.get(name);
    }

    /** What the call is about: the first argument, or else the first text among the named ones. */
    Optional<Value> subject() {
        Stream<Value> texts = named.values().stream().filter(Value.Text.class::isInstance);
        return positional.isEmpty() ? texts.findFirst() : Optional.of(positional.get(0));
    }
}
