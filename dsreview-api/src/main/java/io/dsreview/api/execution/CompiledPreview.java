package io.dsreview.api.execution;

import io.dsreview.api.error.Problem;
import io.dsreview.api.id.PreviewId;
import io.dsreview.api.id.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to have Superset compile the SQL without running it. Each attempt is kept.
 *
 * @param id the preview
 * @param status where it stands
 * @param inputs what was sent
 * @param fingerprint fingerprint of the inputs
 * @param sql exactly what Superset answered; null unless the status is READY
 * @param channel how it was compiled, such as {@code chart-data}; null unless the status is READY
 * @param terms how a launch of the SQL would be sent; null unless the status is READY
 * @param diagnostics why there is no SQL; if the status is READY, the inputs that Superset leaves out of it, as its own page
 *     does, and why; copied
 * @param requestedBy who asked
 * @param requestedAt when
 * @param validUntil from when on it is stale because a time range moved; null if it never is for that reason
 */
public record CompiledPreview(
        PreviewId id,
        PreviewStatus status,
        EffectiveInputs inputs,
        InputFingerprint fingerprint,
        @Nullable String sql,
        @Nullable String channel,
        @Nullable LaunchTerms terms,
        List<Problem> diagnostics,
        UserId requestedBy,
        Instant requestedAt,
        @Nullable Instant validUntil) {

    /** Copies the diagnostics. */
    public CompiledPreview {
        diagnostics = List.copyOf(diagnostics);
    }

    /**
     * Makes a preview that waits for Superset.
     *
     * @param id the preview
     * @param inputs what is sent
     * @param requestedBy who asks
     * @param requestedAt when
     * @return the pending preview
     */
    public static CompiledPreview pending(
            PreviewId id, EffectiveInputs inputs, UserId requestedBy, Instant requestedAt) {
        return new CompiledPreview(
                id,
                PreviewStatus.PENDING,
                inputs,
                inputs.fingerprint(),
                null,
                null,
                null,
                List.of(),
                requestedBy,
                requestedAt,
                null);
    }

    /**
     * Returns this preview with its SQL.
     *
     * @param compiled exactly what Superset answered
     * @param by the channel it came through
     * @param launch how a launch of it would be sent
     * @param leftOut the inputs that have no effect on it, and why
     * @param until from when on it is stale by time, or null
     * @return a ready copy
     */
    public CompiledPreview ready(
            String compiled, String by, LaunchTerms launch, List<Problem> leftOut, @Nullable Instant until) {
        return new CompiledPreview(
                id,
                PreviewStatus.READY,
                inputs,
                fingerprint,
                compiled,
                by,
                launch,
                leftOut,
                requestedBy,
                requestedAt,
                until);
    }

    /**
     * Returns this preview without SQL.
     *
     * @param outcome FAILED or NOT_CARRIED
     * @param why why there is no SQL
     * @return the copy
     */
    public CompiledPreview without(PreviewStatus outcome, List<Problem> why) {
        return new CompiledPreview(
                id, outcome, inputs, fingerprint, null, null, null, why, requestedBy, requestedAt, null);
    }

    /**
     * Tells whether this preview is whole: Superset's SQL, the channel it came through, how a launch would be sent, and a fingerprint
     * that is the one of its inputs. A damaged preview is kept, and never launched.
     *
     * @return true if it is ready and lacks nothing
     */
    public boolean isReady() {
        return status == PreviewStatus.READY
                && sql != null
                && !sql.isBlank()
                && channel != null
                && terms != null
                && inputs.fingerprint().equals(fingerprint);
    }

    /**
     * Tells whether this preview was made for other inputs, or has expired.
     *
     * @param current fingerprint of the present inputs
     * @param now the present
     * @return true if it no longer says what would run
     */
    public boolean isStale(InputFingerprint current, Instant now) {
        return !fingerprint.equals(current) || (validUntil != null && !now.isBefore(validUntil));
    }
}
