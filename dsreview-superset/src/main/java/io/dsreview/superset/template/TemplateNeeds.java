package io.dsreview.superset.template;

import io.dsreview.api.mapping.TemplateField;
import io.dsreview.api.mapping.TemplateVariable;
import io.dsreview.api.mapping.VariableKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What templates need: each variable once, everything that no value can be given for, and all names that they do not
 * define themselves.
 *
 * @param variables the variables, in the order in which they are met; copied
 * @param doubts what no value can be given for; copied
 * @param names every undeclared name; copied, in order
 * @param printedOnly the plain variables that are used in no other way than as <code>{{ x }}</code>; copied
 * @param nested the parts of other datasets that are put in; copied
 */
public record TemplateNeeds(
        List<TemplateVariable> variables,
        List<TemplateDoubt> doubts,
        Set<String> names,
        Set<String> printedOnly,
        Set<NestedDataset> nested) {

    /** The needs of no template at all. */
    public static final TemplateNeeds NONE = new TemplateNeeds(List.of(), List.of(), Set.of(), Set.of(), Set.of());

    /** Copies the collections. */
    public TemplateNeeds {
        variables = List.copyOf(variables);
        doubts = List.copyOf(doubts);
        names = Collections.unmodifiableSet(new TreeSet<>(names));
        printedOnly = Collections.unmodifiableSet(new TreeSet<>(printedOnly));
        nested = Collections.unmodifiableSet(new LinkedHashSet<>(nested));
    }

    /**
     * Puts the needs of several templates together. A variable is required if any of them requires it; its default stays
     * only where they agree on it.
     *
     * @param needs the needs
     * @return the needs of all of them
     */
    public static TemplateNeeds all(List<TemplateNeeds> needs) {
        List<TemplateVariable> variables = new ArrayList<>();
        Map<String, TemplateDoubt> doubts = new LinkedHashMap<>();
        Set<String> names = new TreeSet<>();
        Set<String> usedOtherwise = new TreeSet<>();
        Set<String> printed = new TreeSet<>();
        Set<NestedDataset> nested = new LinkedHashSet<>();
        for (TemplateNeeds each : needs) {
            variables.addAll(each.variables());
            each.doubts().forEach(doubt -> doubts.putIfAbsent(doubt.code() + ":" + doubt.key(), doubt));
            names.addAll(each.names());
            printed.addAll(each.printedOnly());
            nested.addAll(each.nested());
            each.variables().stream()
                    .filter(variable -> variable.kind() == VariableKind.VARIABLE)
                    .map(TemplateVariable::name)
                    .filter(name -> !each.printedOnly().contains(name))
                    .forEach(usedOtherwise::add);
        }
        printed.removeAll(usedOtherwise);
        return new TemplateNeeds(merged(variables), List.copyOf(doubts.values()), names, printed, nested);
    }

    /**
     * Tells whether the values of the filters on a column get into a query through these templates.
     *
     * @param column the column
     * @return true if they ask for them
     */
    public boolean askFor(String column) {
        return variables.stream()
                .anyMatch(variable ->
                        variable.kind().readsFilters() && variable.name().equals(column));
    }

    /**
     * As {@link #askFor}, or they ask for something that is not known and may be these values.
     *
     * @param column the column
     * @return true if they may ask for them
     */
    public boolean mayAskFor(String column) {
        return askFor(column) || !doubts.isEmpty();
    }

    /**
     * Returns the same needs as needs of one field, into which these templates are put.
     *
     * @param field the field
     * @return the needs of that field
     */
    public TemplateNeeds within(TemplateField field) {
        return new TemplateNeeds(
                variables.stream()
                        .map(variable -> new TemplateVariable(
                                variable.id(),
                                variable.kind(),
                                variable.name(),
                                variable.required(),
                                variable.defaultValue(),
                                List.of(field),
                                variable.conditions()))
                        .toList(),
                doubts,
                names,
                Set.of(),
                nested);
    }

    static List<TemplateVariable> merged(List<TemplateVariable> uses) {
        Map<Object, TemplateVariable> merged = new LinkedHashMap<>();
        uses.forEach(use -> merged.merge(use.id(), use, TemplateNeeds::both));
        return List.copyOf(merged.values());
    }

    private static TemplateVariable both(TemplateVariable one, TemplateVariable other) {
        @Nullable String agreed = Objects.equals(one.defaultValue(), other.defaultValue()) ? one.defaultValue() : null;
        boolean always = one.conditions().isEmpty() || other.conditions().isEmpty();
        return new TemplateVariable(
                one.id(),
                one.kind(),
                one.name(),
                one.required() || other.required(),
                agreed,
                union(one.fields(), other.fields()),
                always ? List.of() : union(one.conditions(), other.conditions()));
    }

    private static <T> List<T> union(List<T> one, List<T> other) {
        Set<T> union = new LinkedHashSet<>(one);
        union.addAll(other);
        return List.copyOf(union);
    }
}
