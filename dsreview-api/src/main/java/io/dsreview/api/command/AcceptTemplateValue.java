package io.dsreview.api.command;

import io.dsreview.api.access.Permission;
import io.dsreview.api.id.VariableId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/**
 * Accepts the value that a variable has from the link, or the template's own default where it has none. A variable that a
 * filter is mapped to is accepted by approving that mapping.
 *
 * @param context actor, session, expected version and key
 * @param variable the variable
 */
public record AcceptTemplateValue(
        @NotNull @Valid CommandContext context, @NotNull VariableId variable) implements SessionCommand {

    @Override
    public Permission permission() {
        return Permission.VALUES_SET;
    }
}
