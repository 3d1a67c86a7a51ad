package io.dsreview.api.session;

import org.jspecify.annotations.Nullable;

/**
 * One line of a list of sessions.
 *
 * @param header whose it is, its version and its status
 * @param activeQuestion id of the question that is asked now, or null
 */
public record SessionSummary(SessionHeader header, @Nullable String activeQuestion) {}
