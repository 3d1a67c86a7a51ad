package io.dsreview.api.command;

import io.dsreview.api.access.Permission;
import io.dsreview.api.id.VariableId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Sets the value of a template variable, in place of any filter that is mapped to it. Who sets it stands for it: it counts
 * as approved.
 *
 * @param context actor, session, expected version and key
 * @param variable the variable
 * @param value the value, at most {@value ReviewCommand#MAX_TEXT} characters
 */
public record SetTemplateValue(
        @NotNull @Valid CommandContext context,
        @NotNull VariableId variable,
        @NotNull @Size(max = MAX_TEXT) String value)
        implements SessionCommand {

    @Override
    public Permission permission() {
        return Permission.VALUES_SET;
    }
}
