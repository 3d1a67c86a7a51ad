package io.dsreview.api.execution;

import java.time.Instant;

/**
 * A launch that is sent, was sent, or may have been: all that the request consists of, and all that it takes to find it again.
 *
 * @param inputs the inputs that the SQL was compiled from
 * @param sql the SQL
 * @param clientId the id under which Superset knows the query, at most 11 characters
 * @param terms how it is sent
 * @param at when the launch was intended
 */
public record SentLaunch(EffectiveInputs inputs, String sql, String clientId, LaunchTerms terms, Instant at) {}
