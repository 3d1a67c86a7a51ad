package io.dsreview.api.command;

import io.dsreview.api.access.Permission;
import io.dsreview.api.execution.ExecutionTarget;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/**
 * Chooses what will run.
 *
 * @param context actor, session, expected version and key
 * @param target what will run; its columns must be columns of the dataset
 */
public record ChooseTarget(
        @NotNull @Valid CommandContext context, @NotNull ExecutionTarget target) implements SessionCommand {

    @Override
    public Permission permission() {
        return Permission.VALUES_SET;
    }
}
