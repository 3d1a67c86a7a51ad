package io.dsreview.api.clarification;

/**
 * A suggested answer.
 *
 * @param value what is sent as the answer
 * @param label the option in words for a person; text of the host's data
 */
public record Option(String value, String label) {}
