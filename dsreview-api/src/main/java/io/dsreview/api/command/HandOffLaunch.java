package io.dsreview.api.command;

import io.dsreview.api.access.Permission;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/**
 * Hands the launch to a person: with the compiled SQL after Superset refused to execute it and while the launch gate is
 * open, or without SQL, marked unverified, where no channel can compile. Counts as launched only once confirmed.
 *
 * @param context actor, session, expected version and key
 */
public record HandOffLaunch(@NotNull @Valid CommandContext context) implements SessionCommand {

    @Override
    public Permission permission() {
        return Permission.LAUNCH_MANUAL;
    }
}
