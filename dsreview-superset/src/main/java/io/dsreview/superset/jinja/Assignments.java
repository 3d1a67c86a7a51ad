package io.dsreview.superset.jinja;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The names that the template has surely set where the reading is: in the same body, in one around it, or in every branch of
 * a condition before. Nested bodies are entered and left like brackets.
 */
final class Assignments {

    private final Deque<Set<String>> bodies = new ArrayDeque<>();
    private final Map<String, Integer> depths = new HashMap<>();

    Assignments() {
        bodies.push(new HashSet<>());
    }

    void enter() {
        bodies.push(new HashSet<>());
    }

    /** Returns what the body has set. */
    Set<String> leave() {
        Set<String> left = bodies.pop();
        left.forEach(name -> depths.computeIfPresent(name, (same, depth) -> depth == 1 ? null : depth - 1));
        return left;
    }

    void set(String name) {
        if (bodies.element().add(name)) {
            depths.merge(name, 1, Integer::sum);
        }
    }

    void set(Collection<String> names) {
        names.forEach(this::set);
    }

    boolean isSet(String name) {
        return depths.containsKey(name);
    }

    /** Returns what all of several bodies have set. */
    static Set<String> common(List<Set<String>> bodies) {
        Set<String> common = new HashSet<>(bodies.get(0));
        bodies.subList(1, bodies.size()).forEach(common::retainAll);
        return common;
    }
}
