package io.dsreview.api.execution;

import io.dsreview.api.id.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The record of a launch that ran: all that was decided and sent. Written once, never changed.
 *
 * @param inputs what was compiled: dataset, target, mappings and values
 * @param fingerprint fingerprint of the inputs, which is that of the preview
 * @param sql the SQL that was sent, or null for a manual launch without SQL
 * @param approved what persons had decided when the launch was intended
 * @param reference where it ran: Superset's link, or what a person named
 * @param by who launched, or handed the launch off
 * @param at when the launch was intended
 */
public record RunContext(
        EffectiveInputs inputs,
        InputFingerprint fingerprint,
        @Nullable String sql,
        ApprovedState approved,
        String reference,
        UserId by,
        Instant at) {}
