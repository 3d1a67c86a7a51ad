package io.dsreview.api.command;

import io.dsreview.api.access.Permission;
import io.dsreview.api.id.MappingId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * Approves or rejects mappings with their present content: all of them, or none.
 *
 * @param context actor, session, expected version and key
 * @param mappings the mappings, each once
 * @param approve true to approve, false to reject
 */
public record DecideMappings(
        @NotNull @Valid CommandContext context,
        @NotEmpty @Size(max = MAX_ELEMENTS) List<@NotNull MappingId> mappings,
        boolean approve)
        implements SessionCommand {

    @Override
    public Permission permission() {
        return Permission.MAPPING_APPROVE;
    }
}
