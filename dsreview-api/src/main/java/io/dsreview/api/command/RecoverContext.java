package io.dsreview.api.command;

import io.dsreview.api.access.Permission;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/**
 * Recovers the context again, from the link the session was started with. Decisions are kept; a mapping whose
 * filter has another value by then gets it, unless a person had overridden it.
 *
 * @param context actor, session, expected version and key
 */
public record RecoverContext(@NotNull @Valid CommandContext context) implements SessionCommand {

    @Override
    public Permission permission() {
        return Permission.RECOVERY_RESOLVE;
    }
}
