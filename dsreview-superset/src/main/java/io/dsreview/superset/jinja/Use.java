package io.dsreview.superset.jinja;

import io.dsreview.superset.jinja.syntax.Position;
import io.dsreview.superset.jinja.tree.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One place where a template uses a name that it does not define.
 *
 * @param name the name
 * @param attributes what is taken of it, as {@code status}, {@code name} of {@code conf.status.name} or
 *     {@code conf['status'].name}, up to the first call or computed index; copied
 * @param call what it is called with, or null if it is not called, or not right behind the attributes
 * @param position where the name stands
 * @param isBare true if it is all that a block prints, as in {@code {{ x }}}
 * @param isGuarded true if it is used only where a condition that asks about it has had the answer that there is something:
 *     under <code>{% if x %}</code>, <code>{% if x is defined %}</code>, or in {@code x if x else y}. The condition itself
 *     counts, unless it would fail without a value, as {@code x > 5} does. A call is asked about by a call of the same
 *     function with the same first argument
 * @param fallback what the template takes where there is no value, as in {@code x | default('a')} or {@code x or 'a'}, or
 *     null if there is no such thing; computed if it is more than a literal
 * @param surroundings where it is used
 */
public record Use(
        String name,
        List<String> attributes,
        @Nullable CallArguments call,
        Position position,
        boolean isBare,
        boolean isGuarded,
        @Nullable Value fallback,
        Surroundings surroundings) {

    /** Copies the list. */
    public Use {
        attributes = List.copyOf(attributes);
    }

    /**
     * Returns name and attributes.
     *
     * @return they, with dots between them
     */
    public String dotted() {
        return attributes.isEmpty() ? name : name + "." + String.join(".", attributes);
    }
}
