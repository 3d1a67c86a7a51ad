package io.dsreview.api.command;

import io.dsreview.api.access.Permission;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/**
 * Has Superset compile the SQL for the present inputs, without running it. Needs a candidate value or an accepted default
 * for every required variable.
 *
 * @param context actor, session, expected version and key
 */
public record RequestPreview(@NotNull @Valid CommandContext context) implements SessionCommand {

    @Override
    public Permission permission() {
        return Permission.PREVIEW_REQUEST;
    }
}
