package io.dsreview.api.command;

import io.dsreview.api.access.Permission;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/**
 * Asks SQL Lab to stop the last launch, which is running or unknown. Accepted once Superset was asked; whether it stopped is
 * in the launch attempt, since not every database can stop a query.
 *
 * @param context actor, session, expected version and key
 */
public record StopLaunch(@NotNull @Valid CommandContext context) implements SessionCommand {

    @Override
    public Permission permission() {
        return Permission.LAUNCH_EXECUTE;
    }
}
