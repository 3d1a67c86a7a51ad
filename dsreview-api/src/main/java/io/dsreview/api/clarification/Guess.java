package io.dsreview.api.clarification;

/**
 * What would be assumed without an answer.
 *
 * @param value the assumed answer
 * @param source where the assumption comes from, such as {@code PERMALINK} or a source's name
 */
public record Guess(String value, String source) {}
