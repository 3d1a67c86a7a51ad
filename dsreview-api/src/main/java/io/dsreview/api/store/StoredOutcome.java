package io.dsreview.api.store;

import io.dsreview.api.canonical.Sha256;
import io.dsreview.api.id.IdempotencyKey;
import io.dsreview.api.id.SessionId;
import io.dsreview.api.id.TenantId;
import io.dsreview.api.id.UserId;

/**
 * The outcome of an accepted command that came with an idempotency key.
 *
 * @param tenant the actor's tenant
 * @param user the actor
 * @param key the key; unique per tenant and user
 * @param command hash of the command, to tell a repetition from another command under the same key
 * @param session the session it was accepted for
 * @param version the session's version after it
 */
public record StoredOutcome(
        TenantId tenant, UserId user, IdempotencyKey key, Sha256 command, SessionId session, long version) {}
