package io.dsreview.api.command;

import io.dsreview.api.access.Permission;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/**
 * Launches the previewed SQL through an open launch gate. The intent is stored before anything is sent; SQL Lab failing is
 * an accepted command whose launch attempt has failed.
 *
 * @param context actor, session, expected version and key
 */
public record Launch(@NotNull @Valid CommandContext context) implements SessionCommand {

    @Override
    public Permission permission() {
        return Permission.LAUNCH_EXECUTE;
    }
}
