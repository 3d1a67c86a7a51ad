package io.dsreview.superset.jinja;

import io.dsreview.api.id.VariableId;
import io.dsreview.api.mapping.TemplateVariable;
import io.dsreview.api.mapping.TemplateVariable.Macro;
import io.dsreview.superset.jinja.Expression.Call;
import io.dsreview.superset.jinja.Expression.Literal;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A call of {@code url_param} or {@code filter_values} with its parameter or column given as a literal. */
record MacroCall(Macro macro, String name, @Nullable Expression defaultValue) {

    static Optional<Macro> macro(Call call) {
        return Arrays.stream(Macro.values())
                .filter(macro -> macro.jinja().equals(call.function().name()))
                .findFirst();
    }

    /** Returns the call, or empty if it is of another function, or its argument is computed or no legal name. */
    static Optional<MacroCall> of(Call call) {
        Optional<Macro> macro = macro(call);
        if (macro.isEmpty() || call.spread()) {
            return Optional.empty();
        }
        Expression name = argument(call, 0, macro.get() == Macro.URL_PARAM ? "param" : "column");
        if (!(name instanceof Literal literal) || literal.text() == null) {
            return Optional.empty();
        }
        String text = literal.text();
        return isLegal(macro.get(), text)
                ? Optional.of(new MacroCall(macro.get(), text, argument(call, 1, "default")))
                : Optional.empty();
    }

    VariableId id() {
        return macro.variable(name);
    }

    boolean hasDefault() {
        return defaultText() != null
                || (defaultValue != null && !(defaultValue instanceof Literal) && Expression.isConstant(defaultValue));
    }

    @Nullable
    String defaultText() {
        return defaultValue instanceof Literal literal ? literal.text() : null;
    }

    private static boolean isLegal(Macro macro, String name) {
        try {
            TemplateVariable.of(macro, name, true, null);
            return !name.isBlank();
        } catch (IllegalArgumentException illegal) {
            return false;
        }
    }

    private static @Nullable Expression argument(Call call, int position, String name) {
        return position < call.positional().size()
                ? call.positional().get(position)
                : call.named().get(name);
    }
}
