package io.dsreview.api.mapping;

import io.dsreview.api.id.VariableId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value that a Jinja template asks for.
 *
 * @param id kind and name
 * @param kind how the value gets there
 * @param name the parameter, the column, or the plain name
 * @param required true if the template has no default for it and does not guard its use by a condition
 * @param defaultValue the template's own default, or the one stored with the dataset; or null
 * @param fields the fields whose templates ask for it; copied
 * @param conditions the conditions under which it matters, as the template has them; empty if it always does. Copied
 */
public record TemplateVariable(
        VariableId id,
        VariableKind kind,
        String name,
        boolean required,
        @Nullable String defaultValue,
        List<TemplateField> fields,
        List<String> conditions) {

    /**
     * Checks that id and name belong together, and copies the lists.
     *
     * @throws IllegalArgumentException if the name is no legal id, or the id is not that of kind and name
     */
    public TemplateVariable {
        VariableId own = kind.variable(name);
        if (!id.equals(own)) {
            throw new IllegalArgumentException(
                    "the id of a template variable is its kind and name: " + own + ", not " + id);
        }
        fields = List.copyOf(fields);
        conditions = List.copyOf(conditions);
    }

    /**
     * Makes a variable of a dataset's SQL, with the id that belongs to it.
     *
     * @param kind how the value gets there
     * @param name the parameter, the column, or the plain name
     * @param required true if there must be a value
     * @param defaultValue the default, or null
     * @return the variable
     * @throws IllegalArgumentException if the name is no legal id
     */
    public static TemplateVariable of(VariableKind kind, String name, boolean required, @Nullable String defaultValue) {
        return new TemplateVariable(
                kind.variable(name),
                kind,
                name,
                required,
                defaultValue,
                List.of(TemplateField.of(TemplateField.Kind.SQL)),
                List.of());
    }
}
