package io.dsreview.api.session;

import io.dsreview.api.id.SessionId;
import io.dsreview.api.id.TenantId;
import io.dsreview.api.id.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What every session has: whose it is, its version and its status.
 *
 * @param id the session
 * @param tenant its tenant
 * @param owner who started it
 * @param version counts the accepted changes, from 1; a command names the version it was decided on
 * @param status whether it takes commands
 * @param archivedFrom the status it gets back when it is taken out of the archive, or null unless it is archived
 * @param createdAt when it was started
 * @param updatedAt when it was changed last
 */
public record SessionHeader(
        SessionId id,
        TenantId tenant,
        UserId owner,
        long version,
        SessionStatus status,
        @Nullable SessionStatus archivedFrom,
        Instant createdAt,
        Instant updatedAt) {

    /**
     * Returns the header of the next version.
     *
     * @param now when
     * @return the copy, one version further
     */
    public SessionHeader next(Instant now) {
        return new SessionHeader(id, tenant, owner, version + 1, status, archivedFrom, createdAt, now);
    }

    /**
     * Returns a header of another status.
     *
     * @param next the status; if it is {@link SessionStatus#ARCHIVED}, the present one is kept beside it
     * @return the copy
     */
    public SessionHeader withStatus(SessionStatus next) {
        SessionStatus from = next == SessionStatus.ARCHIVED ? status : null;
        return new SessionHeader(id, tenant, owner, version, next, from, createdAt, updatedAt);
    }
}
