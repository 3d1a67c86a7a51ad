package io.dsreview.api.command;

import io.dsreview.api.access.Permission;
import io.dsreview.api.semantic.SemanticSource;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/**
 * Looks the fields up in a source. Decisions of persons and locked fields stay as they are; a source that cannot be read
 * leaves a finding and changes nothing else.
 *
 * @param context actor, session, expected version and key
 * @param source the source
 */
public record ApplySemanticSource(
        @NotNull @Valid CommandContext context, @NotNull SemanticSource source) implements SessionCommand {

    @Override
    public Permission permission() {
        return Permission.SEMANTICS_APPLY;
    }
}
