package io.dsreview.api.command;

import io.dsreview.api.access.Permission;
import io.dsreview.api.id.FindingId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Accepts that what a finding says holds, and may stay so. What blocks can only be resolved. The acceptance is bound to what
 * the finding says: when that changes, it is open again.
 *
 * @param context actor, session, expected version and key
 * @param finding the finding
 * @param why why it may stay so, in the actor's own words
 */
public record AcceptFinding(
        @NotNull @Valid CommandContext context,
        @NotNull FindingId finding,
        @NotBlank @Size(max = MAX_TEXT) String why) implements SessionCommand {

    @Override
    public Permission permission() {
        return Permission.FINDING_ACCEPT;
    }
}
