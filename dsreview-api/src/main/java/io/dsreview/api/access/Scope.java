package io.dsreview.api.access;

import io.dsreview.api.id.TenantId;
import io.dsreview.api.id.UserId;
import org.jspecify.annotations.Nullable;

/**
 * The sessions that an actor can reach. What is outside is answered as "not found", so that nobody learns it exists.
 *
 * @param tenant the only tenant that is reachable
 * @param owner the only owner whose sessions are reachable, or null for all owners of the tenant
 */
public record Scope(TenantId tenant, @Nullable UserId owner) {

    /**
     * Tells whether a session is inside.
     *
     * @param sessionTenant the session's tenant
     * @param sessionOwner the session's owner
     * @return true if both are within this scope
     */
    public boolean contains(TenantId sessionTenant, UserId sessionOwner) {
        return tenant.equals(sessionTenant) && (owner == null || owner.equals(sessionOwner));
    }
}
