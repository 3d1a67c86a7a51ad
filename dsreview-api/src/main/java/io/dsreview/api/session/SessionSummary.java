package io.dsreview.api.session;

import io.dsreview.api.id.EnvironmentId;
import org.jspecify.annotations.Nullable;

/**
 * One line of a list of sessions.
 *
 * @param header whose it is, its version and its status
 * @param environment the environment of what is reviewed
 * @param title the name of the dataset under review; until that is known, the title of what the link shows, or empty
 * @param activeQuestion id of the question that is asked now, or null
 */
public record SessionSummary(
        SessionHeader header,
        EnvironmentId environment,
        String title,
        @Nullable String activeQuestion) {}
