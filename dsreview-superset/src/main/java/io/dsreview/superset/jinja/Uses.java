package io.dsreview.superset.jinja;

import io.dsreview.api.id.VariableId;
import io.dsreview.api.mapping.TemplateVariable;
import io.dsreview.superset.jinja.Expression.Applied;
import io.dsreview.superset.jinja.Expression.Call;
import io.dsreview.superset.jinja.Expression.Choice;
import io.dsreview.superset.jinja.Expression.Group;
import io.dsreview.superset.jinja.Expression.Literal;
import io.dsreview.superset.jinja.Expression.Name;
import io.dsreview.superset.jinja.Expression.Not;
import io.dsreview.superset.jinja.Expression.Or;
import io.dsreview.superset.jinja.UnresolvedName.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Collects what the expressions of one template ask for. */
final class Uses {

    private final NavigableMap<Integer, Integer> lines = new TreeMap<>();
    private final Set<String> given;
    private final Scope scope;
    private final List<TemplateVariable> variables = new ArrayList<>();
    private final Map<String, UnresolvedName> unresolved = new LinkedHashMap<>();
    private final Set<String> names = new TreeSet<>();

    /** What an expression falls back to when it is empty: whether to anything, and to which plain text. */
    private record Fallback(boolean exists, @Nullable String text) {
        static final Fallback NONE = new Fallback(false, null);
    }

    Uses(String source, Set<String> given, Scope scope) {
        lines.put(0, 1);
        for (int at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1)) {
            lines.put(at + 1, lines.size() + 1);
        }
        this.given = given;
        this.scope = scope;
    }

    TemplateReading reading() {
        return new TemplateReading(TemplateReading.merge(variables), List.copyOf(unresolved.values()), names);
    }

    void add(Expression expression) {
        if (expression instanceof Name name) {
            use(name, Kind.VARIABLE);
        } else if (expression instanceof Applied applied && !JinjaNames.isFilterOrTest(applied.name())) {
            report(Kind.MACRO, applied.name(), applied.offset());
        } else if (expression instanceof Call call) {
            call(call, Fallback.NONE);
        } else if (expression instanceof Or or) {
            or(or.operands());
        } else if (expression instanceof Not not) {
            add(not.operand());
        } else if (expression instanceof Choice choice) {
            choice(choice);
        } else if (expression instanceof Group group) {
            group.parts().forEach(this::add);
        }
    }

    void report(Kind kind, String name, int offset) {
        int line = lines.floorEntry(offset).getValue();
        int column = 1 + offset - lines.floorKey(offset);
        UnresolvedName entry = new UnresolvedName(kind, name, line, column);
        unresolved.putIfAbsent(entry.key(), entry);
    }

    private void or(List<Expression> operands) {
        for (int i = 0; i < operands.size(); i++) {
            List<Expression> later = operands.subList(i + 1, operands.size());
            if (operands.get(i) instanceof Call call && later.stream().anyMatch(Expression::isConstant)) {
                call(call, new Fallback(true, later.get(0) instanceof Literal literal ? literal.text() : null));
            } else {
                add(operands.get(i));
            }
        }
    }

    private void choice(Choice choice) {
        Guards guards = Guards.of(choice.test());
        guarded(guards.all(), choice.test());
        guarded(guards.whenTrue(), choice.then());
        if (choice.otherwise() != null) {
            guarded(guards.whenFalse(), choice.otherwise());
        }
    }

    void guarded(Set<VariableId> guards, Expression expression) {
        scope.guard(guards);
        add(expression);
        scope.unguard();
    }

    private void call(Call call, Fallback fallback) {
        String function = call.function().name();
        boolean own = scope.defines(function) || given.contains(function);
        Optional<MacroCall> macro = own ? Optional.empty() : MacroCall.of(call);
        if (macro.isPresent()) {
            names.add(function);
            variables.add(variable(macro.get(), fallback));
        } else if (!own && MacroCall.macro(call).isPresent()) {
            names.add(function);
            report(Kind.ARGUMENT, function, call.function().offset());
        } else {
            use(call.function(), Kind.MACRO);
        }
        call.positional().forEach(this::add);
        call.named().values().forEach(this::add);
    }

    private TemplateVariable variable(MacroCall call, Fallback fallback) {
        boolean optional = call.hasDefault() || fallback.exists() || scope.isGuarded(call.id());
        String text = call.hasDefault() ? call.defaultText() : fallback.text();
        return TemplateVariable.of(call.macro(), call.name(), !optional, text);
    }

    private void use(Name name, Kind kind) {
        if (scope.defines(name.name()) || JinjaNames.FUNCTIONS.contains(name.name())) {
            return;
        }
        names.add(name.name());
        if (!given.contains(name.name())) {
            report(kind, name.name(), name.offset());
        }
    }
}
