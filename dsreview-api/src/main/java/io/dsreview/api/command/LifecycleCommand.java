package io.dsreview.api.command;

import io.dsreview.api.access.Permission;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/** What happens to a session as a whole. */
public sealed interface LifecycleCommand extends SessionCommand {

    /**
     * Gives a session up. It can still be read and exported, and a launch that is running or unknown can be looked up
     * ({@link ResumeSession}) and stopped ({@link ExecutionCommand.StopLaunch}): Superset knows nothing of the review's end.
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
     * Puts a session that is active or cancelled into the archive: out of the default list, and closed for every other command
     * but {@link UnarchiveSession} and {@link DeleteSession}.
     *
     * @param context actor, session, expected version and key
     */
    record ArchiveSession(@NotNull @Valid CommandContext context) implements LifecycleCommand {
        @Override
        public Permission permission() {
            return Permission.SESSION_ARCHIVE;
        }
    }

    /**
     * Takes a session out of the archive: it is what it was before.
     *
     * @param context actor, session, expected version and key
     */
    record UnarchiveSession(@NotNull @Valid CommandContext context) implements LifecycleCommand {
        @Override
        public Permission permission() {
            return Permission.SESSION_ARCHIVE;
        }
    }

    /**
     * Deletes a session of any status: its content, its events and its outcomes, and the values beside its ledger. The ledger
     * itself stays, and ends with who deleted the session and when. Afterwards there is no such session for anybody, this
     * command repeated included; who holds {@link Permission#LEDGER_OF_DELETED} can still read and verify the ledger.
     *
     * @param context actor, session, expected version and key
     */
    record DeleteSession(@NotNull @Valid CommandContext context) implements LifecycleCommand {
        @Override
        public Permission permission() {
            return Permission.SESSION_DELETE;
        }
    }

    /**
     * Picks up what a crash left half done: a recovery that nobody works on any more is tried again, a preview without an
     * answer is failed,
     * a launch without an answer becomes unknown. Then launches that are running or unknown are looked up in Superset, and
     * nothing is executed again. Changes nothing if nothing was left. Of a cancelled session only such launches are looked up.
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
