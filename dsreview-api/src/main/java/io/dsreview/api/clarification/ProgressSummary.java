package io.dsreview.api.clarification;

/**
 * How far a clarification is.
 *
 * @param answered number of answers given
 * @param open number of questions left
 * @param blocking how many of those left are blocking
 */
public record ProgressSummary(int answered, int open, int blocking) {}
