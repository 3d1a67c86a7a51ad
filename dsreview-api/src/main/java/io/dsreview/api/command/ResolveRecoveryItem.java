package io.dsreview.api.command;

import io.dsreview.api.access.Permission;
import io.dsreview.api.id.RecoveryItemId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * Settles something that recovery left open: supplies its values, or accepts it as absent.
 *
 * @param context actor, session, expected version and key
 * @param item the item
 * @param values the values; none to accept it as absent. A filter takes values of its column,
 *     or a time range, grain or column in Superset's words; other items take none
 */
public record ResolveRecoveryItem(
        @NotNull @Valid CommandContext context,
        @NotNull RecoveryItemId item,
        @NotNull @Size(max = MAX_ELEMENTS) List<@NotNull @Size(max = MAX_TEXT) String> values)
        implements SessionCommand {

    @Override
    public Permission permission() {
        return Permission.RECOVERY_RESOLVE;
    }
}
