package io.dsreview.superset.jinja;

import io.dsreview.api.id.VariableId;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/** Which names a template has defined where the reading is, and which variables it has asked about before using them. */
final class Scope {

    private final Deque<Set<String>> names = new ArrayDeque<>();
    private final Deque<Set<VariableId>> guards = new ArrayDeque<>();

    Scope() {
        names.push(new HashSet<>());
    }

    void enter(Collection<String> defined) {
        names.push(new HashSet<>(defined));
    }

    void leave() {
        names.pop();
    }

    void define(String name) {
        names.element().add(name);
    }

    boolean defines(String name) {
        return names.stream().anyMatch(level -> level.contains(name));
    }

    void guard(Set<VariableId> variables) {
        guards.push(variables);
    }

    void unguard() {
        guards.pop();
    }

    boolean isGuarded(VariableId variable) {
        return guards.stream().anyMatch(level -> level.contains(variable));
    }
}
