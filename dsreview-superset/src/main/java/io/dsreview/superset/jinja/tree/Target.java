package io.dsreview.superset.jinja.tree;

import io.dsreview.superset.jinja.tree.Expression.Name;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an assignment, a loop or a {@code with} gives values to.
 *
 * @param places each name, in order; copied
 */
public record Target(List<Place> places) {

    /**
     * One name that gets a value.
     *
     * @param name the name
     * @param attribute if not null, the name is a namespace, and this attribute of it gets the value
     */
    public record Place(Name name, @Nullable String attribute) {}

    /** Copies the list. */
    public Target {
        places = List.copyOf(places);
    }

    /**
     * Returns the names that themselves get a value.
     *
     * @return the names, in order
     */
    public List<String> names() {
        return places.stream()
                .filter(place -> place.attribute() == null)
                .map(place -> place.name().name())
                .toList();
    }
}
