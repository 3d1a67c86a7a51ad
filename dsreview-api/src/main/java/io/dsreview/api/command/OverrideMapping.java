package io.dsreview.api.command;

import io.dsreview.api.access.Permission;
import io.dsreview.api.id.MappingId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * Gives a mapping other values. That withdraws its approval and makes the preview stale.
 *
 * @param context actor, session, expected version and key
 * @param mapping the mapping
 * @param values the values: any number for a list filter, else one; a time range in Superset's words for a time filter
 */
public record OverrideMapping(
        @NotNull @Valid CommandContext context,
        @NotNull MappingId mapping,
        @NotEmpty @Size(max = MAX_ELEMENTS) List<@NotNull @Size(max = MAX_TEXT) String> values)
        implements SessionCommand {

    @Override
    public Permission permission() {
        return Permission.MAPPING_APPROVE;
    }
}
