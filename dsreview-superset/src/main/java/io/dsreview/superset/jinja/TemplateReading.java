package io.dsreview.superset.jinja;

import io.dsreview.api.mapping.TemplateVariable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * What templates ask for.
 *
 * @param variables the values asked for by {@code url_param} and {@code filter_values}, each once, in order; copied
 * @param unresolved everything else that has to come from somewhere, each once, in order; copied
 * @param names every name that the templates use and do not define themselves; copied
 */
public record TemplateReading(List<TemplateVariable> variables, List<UnresolvedName> unresolved, Set<String> names) {

    /** Copies the collections. */
    public TemplateReading {
        variables = List.copyOf(variables);
        unresolved = List.copyOf(unresolved);
        names = Collections.unmodifiableSet(new TreeSet<>(names));
    }

    /**
     * Puts several readings together. A variable is required if any of them requires it; its default stays only where
     * they agree on it.
     *
     * @param readings the readings
     * @return what all of them ask for
     */
    public static TemplateReading all(List<TemplateReading> readings) {
        List<TemplateVariable> variables = new ArrayList<>();
        Map<String, UnresolvedName> unresolved = new LinkedHashMap<>();
        Set<String> names = new LinkedHashSet<>();
        for (TemplateReading reading : readings) {
            variables.addAll(reading.variables());
            reading.unresolved().forEach(each -> unresolved.putIfAbsent(each.key(), each));
            names.addAll(reading.names());
        }
        return new TemplateReading(merge(variables), List.copyOf(unresolved.values()), names);
    }

    static List<TemplateVariable> merge(List<TemplateVariable> uses) {
        Map<Object, TemplateVariable> merged = new LinkedHashMap<>();
        uses.forEach(use -> merged.merge(use.id(), use, TemplateReading::both));
        return List.copyOf(merged.values());
    }

    private static TemplateVariable both(TemplateVariable one, TemplateVariable other) {
        boolean agree = Objects.equals(one.defaultValue(), other.defaultValue());
        return TemplateVariable.of(
                one.macro(), one.name(), one.required() || other.required(), agree ? one.defaultValue() : null);
    }
}
