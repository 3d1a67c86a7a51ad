package io.dsreview.api.execution;

import io.dsreview.api.canonical.Sha256;
import io.dsreview.api.id.LaunchId;
import io.dsreview.api.id.UserId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The record of a launch that ran: all that was decided and sent. It alone suffices to make the request again. Written once,
 * never changed.
 *
 * @param launch the launch
 * @param inputs what was compiled: dataset, target, mappings and values
 * @param fingerprint fingerprint of the inputs, which is that of the preview
 * @param channel how the SQL was compiled, or null for a manual launch without SQL
 * @param sql the SQL that was sent, or null for a manual launch without SQL
 * @param terms how it was sent; null for a manual launch without SQL
 * @param clientId the id under which Superset knows the query; null for a manual launch
 * @param summary hash of the summary that was confirmed; null for a manual launch
 * @param approved what persons had decided when the launch was intended
 * @param reference where it ran: Superset's link, or what a person named
 * @param by who launched, or handed the launch off
 * @param at when the launch was intended
 * @param library the version of dsreview that decided
 */
public record RunContext(
        LaunchId launch,
        EffectiveInputs inputs,
        InputFingerprint fingerprint,
        @Nullable String channel,
        @Nullable String sql,
        @Nullable LaunchTerms terms,
        @Nullable String clientId,
        @Nullable Sha256 summary,
        ApprovedState approved,
        String reference,
        UserId by,
        Instant at,
        String library) {

    /**
     * Returns the request that was sent to SQL Lab.
     *
     * @return the request, or empty for a manual launch
     */
    public Optional<SentLaunch> request() {
        return sql == null || terms == null || clientId == null
                ? Optional.empty()
                : Optional.of(new SentLaunch(inputs, sql, clientId, terms, at));
    }
}
