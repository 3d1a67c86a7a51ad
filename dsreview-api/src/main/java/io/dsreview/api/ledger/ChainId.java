package io.dsreview.api.ledger;

import io.dsreview.api.id.SessionId;
import io.dsreview.api.id.TenantId;

/**
 * The name of one hash chain. A review session has exactly one.
 *
 * @param value the name, such as {@code acme/01JD5V8R6M9Q0T4XW2E7Y3K8AB}
 */
public record ChainId(String value) {

    /**
     * Returns the chain of a session.
     *
     * @param tenant the session's tenant
     * @param session the session
     * @return its chain
     */
    public static ChainId of(TenantId tenant, SessionId session) {
        return new ChainId(tenant.value() + "/" + session.value());
    }

    /** Returns the bare name. */
    @Override
    public String toString() {
        return value;
    }
}
