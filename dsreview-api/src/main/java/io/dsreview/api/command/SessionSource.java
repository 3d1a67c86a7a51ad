package io.dsreview.api.command;

import io.dsreview.api.id.EnvironmentId;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;

/** What a review is started from. */
public sealed interface SessionSource {

    /**
     * A link into Superset.
     *
     * @param text the text as it was pasted, 1 to {@value ReviewCommand#MAX_LINK} characters
     */
    record Link(
            @NotBlank @Size(max = ReviewCommand.MAX_LINK) String text) implements SessionSource {}

    /**
     * A dataset itself, without the filters of any dashboard.
     *
     * @param environment the environment that has it
     * @param dataset Superset's id of the dataset, from 1
     */
    record Dataset(
            @NotNull EnvironmentId environment, @Positive long dataset) implements SessionSource {}
}
