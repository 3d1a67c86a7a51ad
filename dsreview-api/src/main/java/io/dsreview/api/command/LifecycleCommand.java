package io.dsreview.api.command;

import io.dsreview.api.access.Permission;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/** What happens to a session as a whole. */
public sealed interface LifecycleCommand extends SessionCommand {

    /**
     * Gives a session up. It can still be read and exported.
     *
     * @param context actor, session, expected version and key
     */
    record CancelSession(@NotNull @Valid CommandContext context) implements LifecycleCommand {

        @Override
        public Permission permission() {
            return Permission.SESSION_CANCEL;
        }
    }

    /**
     * Picks up what a crash left half done: a recovery that did not end is tried again, a preview without an answer is failed,
     * a launch without an answer becomes unknown. Then launches that are running or unknown are looked up in Superset, and
     * nothing is executed again. Changes nothing if nothing was left.
     *
     * @param context actor, session, expected version and key
     */
    record ResumeSession(@NotNull @Valid CommandContext context) implements LifecycleCommand {

        @Override
        public Permission permission() {
            return Permission.SESSION_RESUME;
        }
    }
}
