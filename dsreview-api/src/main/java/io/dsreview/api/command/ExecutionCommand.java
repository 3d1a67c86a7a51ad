package io.dsreview.api.command;

import io.dsreview.api.access.Permission;
import io.dsreview.api.canonical.Sha256;
import io.dsreview.api.execution.ExecutionTarget;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Chooses what is executed, previews it, and launches it. */
public sealed interface ExecutionCommand extends SessionCommand {

    /**
     * Chooses what will run.
     *
     * @param context actor, session, expected version and key
     * @param target what will run; its columns must be columns of the dataset
     */
    record ChooseTarget(
            @NotNull @Valid CommandContext context, @NotNull ExecutionTarget target) implements ExecutionCommand {

        @Override
        public Permission permission() {
            return Permission.VALUES_SET;
        }
    }

    /**
     * Has Superset compile the SQL for the present inputs, without running it. Needs a candidate value or an accepted default
     * for every required variable.
     *
     * @param context actor, session, expected version and key
     */
    record RequestPreview(@NotNull @Valid CommandContext context) implements ExecutionCommand {

        @Override
        public Permission permission() {
            return Permission.PREVIEW_REQUEST;
        }
    }

    /**
     * Launches the previewed SQL through an open launch gate. The intent is stored before anything is sent; SQL Lab failing is
     * an accepted command whose launch attempt has failed.
     *
     * @param context actor, session, expected version and key
     * @param shown hash of the {@link io.dsreview.api.execution.LaunchSummary} that the person was shown and confirms: where
     *     something else would be launched, nothing is; null if nothing was shown, with which nothing is launched
     */
    record Launch(
            @NotNull @Valid CommandContext context,
            @Nullable Sha256 shown) implements ExecutionCommand {

        @Override
        public Permission permission() {
            return Permission.LAUNCH_EXECUTE;
        }
    }

    /**
     * Asks SQL Lab to stop the last launch, which is running or unknown. Accepted once Superset was asked; whether it stopped is
     * in the launch attempt, since not every database can stop a query.
     *
     * @param context actor, session, expected version and key
     */
    record StopLaunch(@NotNull @Valid CommandContext context) implements ExecutionCommand {

        @Override
        public Permission permission() {
            return Permission.LAUNCH_EXECUTE;
        }
    }

    /**
     * Hands the launch to a person: with the compiled SQL after Superset refused to execute it and while the launch gate is
     * open, or without SQL, marked unverified, where no channel can compile. Counts as launched only once confirmed.
     *
     * @param context actor, session, expected version and key
     */
    record HandOffLaunch(@NotNull @Valid CommandContext context) implements ExecutionCommand {

        @Override
        public Permission permission() {
            return Permission.LAUNCH_MANUAL;
        }
    }

    /**
     * Confirms that a launch that was handed off has run.
     *
     * @param context actor, session, expected version and key
     * @param reference evidence of the run, such as SQL Lab's link, 1 to {@value ReviewCommand#MAX_TEXT} characters
     */
    record ConfirmManualLaunch(
            @NotNull @Valid CommandContext context,
            @NotBlank @Size(max = MAX_TEXT) String reference) implements ExecutionCommand {

        @Override
        public Permission permission() {
            return Permission.LAUNCH_MANUAL;
        }
    }
}
