package io.dsreview.api.clarification;

/**
 * A suggested answer.
 *
 * @param value what is sent as the answer
 * @param label the option for a person to read: names and texts of the host's data, in no language of its own
 */
public record Option(String value, String label) {}
