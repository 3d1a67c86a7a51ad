package io.dsreview.superset.template;

import io.dsreview.api.error.Problem;
import io.dsreview.api.mapping.TemplateField;
import io.dsreview.superset.error.SupersetErrorCode;
import io.dsreview.superset.jinja.syntax.Position;
import io.dsreview.superset.text.SafeText;

/**
 * Something in a template that dsreview carries no value for, or that the server does not know.
 *
 * @param code what is wrong
 * @param name the name as the template has it; for a syntax error what is wrong
 * @param field the field whose template it is
 * @param position where in the template it stands
 */
public record TemplateDoubt(SupersetErrorCode code, String name, TemplateField field, Position position) {

    /**
     * Returns what makes it the same thing elsewhere: each syntax error is one of its own.
     *
     * @return the name, or the place
     */
    public String key() {
        return code == SupersetErrorCode.RECOVERY_TEMPLATE_SYNTAX
                ? "syntax:" + words(field) + ":" + position.line() + ":" + position.column()
                : name;
    }

    /**
     * Returns the same as a problem.
     *
     * @return the problem, with name, field, line and column
     */
    public Problem problem() {
        return Problem.of(
                code,
                "name",
                SafeText.shown(name, "template"),
                "field",
                SafeText.shown(words(field), "template"),
                "line",
                String.valueOf(position.line()),
                "column",
                String.valueOf(position.column()));
    }

    private static String words(TemplateField field) {
        return switch (field.kind()) {
            case SQL -> "sql";
            case COLUMN -> "column " + field.name();
            case METRIC -> "metric " + field.name();
            case FETCH_VALUES_PREDICATE -> "fetch_values_predicate";
            case CHART -> "chart " + field.name();
            case ROW_LEVEL_RULE -> "row-level rule " + field.name();
        };
    }
}
