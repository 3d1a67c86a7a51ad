package io.dsreview.superset.jinja;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What Jinja looks names up in: the template, and in it each macro, loop, block and the like (jinja2/idtracking.py). Where
 * a name comes from is decided once per frame, whatever the order in which its statements run; so a loop sees a name that
 * is set behind it as set, though without a value. Branches of a condition have no frame of their own; while one is read,
 * a layer collects what it adds.
 */
final class Frame {

    private final @Nullable Frame parent;
    private final Deque<Layer> layers = new ArrayDeque<>();

    /** Where the value of a name comes from. */
    private enum Origin {
        /** From who enters the frame. */
        PARAMETER,
        /** From outside of the template. */
        SURROUNDINGS,
        /** From the frame around, until it is set here. */
        PARENT,
        /** From here, once it is set. */
        HERE
    }

    private record Layer(Map<String, Origin> origins, Set<String> stored) {
        Layer() {
            this(new HashMap<>(), new HashSet<>());
        }
    }

    private Frame(@Nullable Frame parent) {
        this.parent = parent;
        layers.push(new Layer());
    }

    /** The frame of a template, or of one of its named blocks. */
    static Frame outermost() {
        return new Frame(null);
    }

    Frame inner() {
        return new Frame(this);
    }

    void parameter(String name) {
        top().stored().add(name);
        top().origins().put(name, Origin.PARAMETER);
    }

    void store(String name) {
        top().stored().add(name);
        if (origin(name) == null) {
            top().origins().put(name, isKnownAround(name) ? Origin.PARENT : Origin.HERE);
        }
    }

    void load(String name) {
        if (!knows(name)) {
            top().origins().put(name, Origin.SURROUNDINGS);
        }
    }

    /** Begins a branch of a condition. */
    void branch() {
        layers.push(new Layer());
    }

    /** Ends a branch; what it has added is kept for {@link #merge}. */
    Map<String, Boolean> leaveBranch() {
        Layer branch = layers.pop();
        Map<String, Boolean> added = new HashMap<>();
        branch.origins().keySet().forEach(name -> added.put(name, false));
        branch.stored().forEach(name -> added.put(name, true));
        return added;
    }

    /** Takes over what the branches of a condition have added: what only some of them set may come from outside. */
    void merge(List<Map<String, Boolean>> branches) {
        Set<String> stored = new LinkedHashSet<>();
        branches.forEach(branch -> branch.forEach((name, isStored) -> {
            if (isStored && !isStored(name)) {
                stored.add(name);
            } else if (origin(name) == null) {
                top().origins().put(name, Origin.SURROUNDINGS);
            }
        }));
        for (String name : stored) {
            top().stored().add(name);
            top().origins().put(name, isKnownAround(name) ? Origin.PARENT : Origin.SURROUNDINGS);
        }
    }

    boolean knows(String name) {
        return origin(name) != null || isKnownAround(name);
    }

    /** Tells whether the value comes from outside of the template, at least as long as the template sets none. */
    boolean comesFromOutside(String name) {
        for (Frame frame = this; frame != null; frame = frame.parent) {
            Origin origin = frame.origin(name);
            if (origin != null && origin != Origin.PARENT) {
                return origin == Origin.SURROUNDINGS;
            }
        }
        return false;
    }

    /** Returns the names that this frame takes from outside of the template. */
    List<String> fromOutside() {
        return top().origins().entrySet().stream()
                .filter(entry -> entry.getValue() == Origin.SURROUNDINGS)
                .map(Map.Entry::getKey)
                .toList();
    }

    private Layer top() {
        return layers.element();
    }

    private @Nullable Origin origin(String name) {
        for (Layer layer : layers) {
            Origin origin = layer.origins().get(name);
            if (origin != null) {
                return origin;
            }
        }
        return null;
    }

    private boolean isStored(String name) {
        return layers.stream().anyMatch(layer -> layer.stored().contains(name));
    }

    private boolean isKnownAround(String name) {
        for (Frame frame = parent; frame != null; frame = frame.parent) {
            if (frame.origin(name) != null) {
                return true;
            }
        }
        return false;
    }
}
