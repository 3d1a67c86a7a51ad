package io.dsreview.api.session;

import io.dsreview.api.error.Problem;
import io.dsreview.api.id.EnvironmentId;
import io.dsreview.api.superset.SupersetLink;
import org.jspecify.annotations.Nullable;

/**
 * What a session was started with.
 *
 * @param environment the environment that the pasted link matches
 * @param pastedLink the text as it was pasted; of a session that was started from a dataset, the link to its page
 * @param link the link taken apart, or null if its shape is not supported
 * @param unsupported why its shape is not supported, or null if it is
 * @param asks true if doubts are asked as questions, false if they are findings
 */
public record Intake(
        EnvironmentId environment,
        String pastedLink,
        @Nullable SupersetLink link,
        @Nullable Problem unsupported,
        boolean asks) {}
