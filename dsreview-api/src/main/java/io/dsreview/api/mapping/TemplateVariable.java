package io.dsreview.api.mapping;

import io.dsreview.api.id.VariableId;
import org.jspecify.annotations.Nullable;

/**
 * A value that the dataset's Jinja template asks for.
 *
 * @param id macro and name
 * @param macro the macro that asks
 * @param name the parameter of {@code url_param}, or the column of {@code filter_values}
 * @param required true if the template has no default for it and does not guard its use by a condition
 * @param defaultValue the template's own default, or null
 */
public record TemplateVariable(
        VariableId id,
        Macro macro,
        String name,
        boolean required,
        @Nullable String defaultValue) {

    /** The macros that dsreview carries values for. */
    public enum Macro {
        /** {@code url_param('name', 'default')}: a text from the link. */
        URL_PARAM("url_param"),
        /** {@code filter_values('column', 'default')}: the values of the filters on a column. */
        FILTER_VALUES("filter_values");

        private final String jinja;

        Macro(String jinja) {
            this.jinja = jinja;
        }

        /**
         * Returns the macro's name in a template.
         *
         * @return the name
         */
        public String jinja() {
            return jinja;
        }

        /**
         * Returns the id of a variable.
         *
         * @param name the parameter or column
         * @return the id, such as {@code url_param:region}
         * @throws IllegalArgumentException if the name is no legal id
         */
        public VariableId variable(String name) {
            return new VariableId(jinja + ":" + name);
        }
    }

    /**
     * Makes a variable with the id that belongs to it.
     *
     * @param macro the macro that asks
     * @param name the parameter or column
     * @param required true if there must be a value
     * @param defaultValue the template's own default, or null
     * @return the variable
     * @throws IllegalArgumentException if the name is no legal id
     */
    public static TemplateVariable of(Macro macro, String name, boolean required, @Nullable String defaultValue) {
        return new TemplateVariable(macro.variable(name), macro, name, required, defaultValue);
    }
}
