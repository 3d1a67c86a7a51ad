package io.dsreview.api.execution;

import io.dsreview.api.canonical.Sha256;
import io.dsreview.api.id.LaunchId;
import io.dsreview.api.id.PreviewId;
import io.dsreview.api.id.UserId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The decision to launch, stored before anything is sent.
 *
 * @param id the launch
 * @param manual true if a person takes the launch over by hand
 * @param preview the preview that is launched
 * @param fingerprint fingerprint of the inputs
 * @param sql hash of the previewed SQL; null for a manual launch without SQL
 * @param approved what persons had decided by then
 * @param approvedKey identifies that state; it is launched at most once
 * @param summary hash of the summary that was confirmed; null for a manual launch
 * @param library the version of dsreview that decided
 * @param clientId the id under which Superset will know the query, at most 11 characters, derived from the launch
 * @param by who launches
 * @param at when
 */
public record LaunchIntent(
        LaunchId id,
        boolean manual,
        PreviewId preview,
        InputFingerprint fingerprint,
        @Nullable Sha256 sql,
        ApprovedState approved,
        Sha256 approvedKey,
        @Nullable Sha256 summary,
        String library,
        String clientId,
        UserId by,
        Instant at) {

    private static final String SQL_TAG = "dsreview-sql-v1";
    private static final String CLIENT_TAG = "dsreview-client-v1";
    private static final int CLIENT_ID_LENGTH = 11;

    /**
     * Returns the hash under which an SQL text is recorded.
     *
     * @param text the SQL
     * @return its hash
     */
    public static Sha256 hashOf(String text) {
        return Sha256.of(SQL_TAG, text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Returns the client id that belongs to a launch. Superset's column for it holds 11 characters.
     *
     * @param launch the launch
     * @return 11 hex digits, the same for the same launch
     */
    public static String clientIdOf(LaunchId launch) {
        return Sha256.of(CLIENT_TAG, launch.value().getBytes(StandardCharsets.UTF_8))
                .hex()
                .substring(0, CLIENT_ID_LENGTH);
    }
}
