package io.dsreview.api.command;

import io.dsreview.api.access.Permission;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/**
 * Gives a session up. It can still be read and exported.
 *
 * @param context actor, session, expected version and key
 */
public record CancelSession(@NotNull @Valid CommandContext context) implements SessionCommand {

    @Override
    public Permission permission() {
        return Permission.SESSION_CANCEL;
    }
}
