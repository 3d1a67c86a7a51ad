package io.dsreview.api.command;

import io.dsreview.api.access.Permission;
import io.dsreview.api.id.RecoveryItemId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** Recovers the context of a link, and settles what recovery left open. */
public sealed interface RecoveryCommand extends SessionCommand {

    /**
     * Recovers the context again, from the link the session was started with. Decisions are kept; a mapping whose
     * filter has another value by then gets it, unless a person had overridden it. Refused while a recovery runs that
     * somebody works on.
     *
     * @param context actor, session, expected version and key
     */
    record RecoverContext(@NotNull @Valid CommandContext context) implements RecoveryCommand {

        @Override
        public Permission permission() {
            return Permission.RECOVERY_RESOLVE;
        }
    }

    /**
     * Calls a running recovery off. Requests that wait for an answer are interrupted where that is possible; whatever is still
     * found out changes nothing. The session can be used as before.
     *
     * @param context actor, session, expected version and key
     */
    record CancelRecovery(@NotNull @Valid CommandContext context) implements RecoveryCommand {

        @Override
        public Permission permission() {
            return Permission.RECOVERY_RESOLVE;
        }
    }

    /**
     * Settles something that recovery left open: supplies its values, or accepts it as absent.
     *
     * @param context actor, session, expected version and key
     * @param item the item
     * @param values the values; none to accept it as absent. A filter takes values of its column,
     *     or a time range, grain or column in Superset's words; other items take none
     */
    record ResolveRecoveryItem(
            @NotNull @Valid CommandContext context,
            @NotNull RecoveryItemId item,
            @NotNull @Size(max = MAX_ELEMENTS) List<@NotNull @Size(max = MAX_TEXT) String> values)
            implements RecoveryCommand {

        @Override
        public Permission permission() {
            return Permission.RECOVERY_RESOLVE;
        }
    }
}
