package io.dsreview.api.clarification;

import io.dsreview.api.id.QuestionId;
import io.dsreview.api.id.UserId;
import java.time.Instant;

/**
 * An answer that was given and stored.
 *
 * @param question the question
 * @param value what was answered
 * @param by who answered
 * @param at when
 */
public record Answer(QuestionId question, String value, UserId by, Instant at) {}
