package io.dsreview.api.command;

import io.dsreview.api.access.Permission;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Confirms that a launch that was handed off has run.
 *
 * @param context actor, session, expected version and key
 * @param reference evidence of the run, such as SQL Lab's link, 1 to {@value ReviewCommand#MAX_TEXT} characters
 */
public record ConfirmManualLaunch(
        @NotNull @Valid CommandContext context,
        @NotBlank @Size(max = MAX_TEXT) String reference) implements SessionCommand {

    @Override
    public Permission permission() {
        return Permission.LAUNCH_MANUAL;
    }
}
