package io.dsreview.api.clarification;

import io.dsreview.api.id.UserId;
import java.time.Instant;

/**
 * Somebody does not want to be asked for the time being.
 *
 * @param by who paused
 * @param at when
 */
public record Pause(UserId by, Instant at) {}
