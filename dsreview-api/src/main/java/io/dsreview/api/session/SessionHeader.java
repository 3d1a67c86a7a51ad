package io.dsreview.api.session;

import io.dsreview.api.id.SessionId;
import io.dsreview.api.id.TenantId;
import io.dsreview.api.id.UserId;
import java.time.Instant;

/**
 * What every session has: whose it is, its version and its status.
 *
 * @param id the session
 * @param tenant its tenant
 * @param owner who started it
 * @param version counts the accepted changes, from 1; a command names the version it was decided on
 * @param status whether it takes commands
 * @param createdAt when it was started
 * @param updatedAt when it was changed last
 */
public record SessionHeader(
        SessionId id,
        TenantId tenant,
        UserId owner,
        long version,
        SessionStatus status,
        Instant createdAt,
        Instant updatedAt) {

    /**
     * Returns the header of the next version.
     *
     * @param nextStatus the status from then on
     * @param now when
     * @return the copy, one version further
     */
    public SessionHeader next(SessionStatus nextStatus, Instant now) {
        return new SessionHeader(id, tenant, owner, version + 1, nextStatus, createdAt, now);
    }
}
