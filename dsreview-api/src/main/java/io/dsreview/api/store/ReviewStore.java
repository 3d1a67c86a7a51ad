package io.dsreview.api.store;

import io.dsreview.api.access.Scope;
import io.dsreview.api.id.IdempotencyKey;
import io.dsreview.api.id.SessionId;
import io.dsreview.api.id.TenantId;
import io.dsreview.api.id.UserId;
import io.dsreview.api.ledger.LedgerRecord;
import io.dsreview.api.session.SessionEvent;
import io.dsreview.api.session.SessionQuery;
import java.util.List;
import java.util.Optional;

/**
 * Where sessions are kept. A host implements it on any database that can compare and set in one transaction.
 *
 * <p>A store keeps bytes and a few columns and understands nothing of a review. Every method names the tenant, and must
 * never return or change anything of another one. Methods are called concurrently; a store that cannot be reached throws
 * an unchecked exception of its own, which reaches the caller of the command.
 */
public interface ReviewStore {

    /**
     * Loads a session: header and parts of one and the same commit.
     *
     * @param tenant the tenant
     * @param session the session
     * @return the session, or empty if the tenant has none of that id
     */
    Optional<StoredSession> load(TenantId tenant, SessionId session);

    /**
     * Stores a change if the session is still at the expected version and ledger position, and the outcome's key is
     * free. All or nothing.
     *
     * <p>A commit that {@linkplain SessionCommit#erases() erases} also removes all that was stored of the session so far: its
     * parts, its events, its outcomes, and the payloads of its ledger entries, whose documents stay. What it brings is then
     * stored as ever, so that its header and its whole ledger are still there.
     *
     * @param commit the change
     * @return true if it was stored; false if version, position or key was taken, and nothing was stored
     */
    boolean commit(SessionCommit commit);

    /**
     * Finds the outcome bound to a key.
     *
     * @param tenant the actor's tenant
     * @param user the actor
     * @param key the key
     * @return the outcome, or empty if the key is free
     */
    Optional<StoredOutcome> outcome(TenantId tenant, UserId user, IdempotencyKey key);

    /**
     * Lists sessions in descending order of their ids.
     *
     * @param scope what may be listed
     * @param query what is to be listed: sessions whose {@link StoredHeader#summary()} it
     *     {@linkplain SessionQuery#matches matches}
     * @return the columns of the first of these sessions, as many as its limit says
     */
    List<StoredHeader> list(Scope scope, SessionQuery query);

    /**
     * Returns what was appended to a session.
     *
     * @param tenant the tenant
     * @param session the session
     * @return its ledger and its events; both empty if the tenant has no such session
     */
    History history(TenantId tenant, SessionId session);

    /**
     * What was appended to a session, oldest first.
     *
     * @param ledger all ledger entries; copied
     * @param events all events; copied
     */
    record History(List<LedgerRecord> ledger, List<SessionEvent> events) {
        /** Copies both lists. */
        public History {
            ledger = List.copyOf(ledger);
            events = List.copyOf(events);
        }
    }
}
