package io.dsreview.superset.jinja;

import io.dsreview.superset.jinja.tree.Arguments;
import io.dsreview.superset.jinja.tree.Expression;
import io.dsreview.superset.jinja.tree.Expression.Chain;
import io.dsreview.superset.jinja.tree.Expression.Name;
import io.dsreview.superset.jinja.tree.Link;
import io.dsreview.superset.jinja.tree.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A name with the attributes and the call right behind it, and what else is behind them. */
record Reference(
        Name name, List<String> attributes, @Nullable CallArguments call, List<Link> rest) {

    /** What a condition can ask about: a name with its attributes, or a call of it with this first argument. */
    record Subject(String dotted, boolean isCall, @Nullable Value argument) {
        static Subject name(String name) {
            return new Subject(name, false, null);
        }
    }

    /** Returns the reference, or null if the expression is something else. */
    static @Nullable Reference of(Expression expression) {
        if (expression instanceof Name name) {
            return new Reference(name, List.of(), null, List.of());
        }
        if (!(expression instanceof Chain chain) || !(chain.base() instanceof Name name)) {
            return null;
        }
        List<Link> links = chain.links();
        List<String> attributes = new ArrayList<>();
        for (Link link : links) {
            String attribute = attribute(link);
            if (attribute == null) {
                break;
            }
            attributes.add(attribute);
        }
        int next = attributes.size();
        Arguments called = next < links.size() && links.get(next) instanceof Link.Call call ? call.arguments() : null;
        return called == null
                ? new Reference(name, attributes, null, links.subList(next, links.size()))
                : new Reference(name, attributes, CallArguments.of(called), links.subList(next + 1, links.size()));
    }

    private static @Nullable String attribute(Link link) {
        if (link instanceof Link.Attribute attribute) {
            return attribute.name();
        }
        return link instanceof Link.Item item && item.index().value() instanceof Value.Text text ? text.text() : null;
    }

    /** Returns what a condition that uses this asks about, or null if it cannot be told. */
    @Nullable
    Subject subject() {
        String dotted = attributes.isEmpty() ? name.name() : name.name() + "." + String.join(".", attributes);
        if (call == null) {
            return Subject.name(dotted);
        }
        Value argument = call.subject().orElse(null);
        boolean isKnown = argument == null ? !call.isSpread() : argument.isLiteral();
        return isKnown ? new Subject(dotted, true, argument) : null;
    }
}
