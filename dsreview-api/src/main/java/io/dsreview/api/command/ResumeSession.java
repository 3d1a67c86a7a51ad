package io.dsreview.api.command;

import io.dsreview.api.access.Permission;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/**
 * Picks up what a crash left half done: a recovery that did not end is tried again, a preview without an answer is failed,
 * a launch without an answer becomes unknown. Then launches that are running or unknown are looked up in Superset, and
 * nothing is executed again. Changes nothing if nothing was left.
 *
 * @param context actor, session, expected version and key
 */
public record ResumeSession(@NotNull @Valid CommandContext context) implements SessionCommand {

    @Override
    public Permission permission() {
        return Permission.SESSION_RESUME;
    }
}
