package io.dsreview.core.pipeline;

import io.dsreview.api.access.AccessPolicy;
import io.dsreview.api.access.Actor;
import io.dsreview.api.access.Scope;
import io.dsreview.api.id.SessionId;
import io.dsreview.api.id.TenantId;
import io.dsreview.api.session.SessionHeader;
import io.dsreview.api.session.SessionStatus;
import io.dsreview.api.store.ReviewStore;
import io.dsreview.core.codec.SessionCodec;
import java.util.Optional;

/**
 * Loads sessions. The policy says what an actor can reach; whatever it says, no actor leaves its tenant.
 *
 * @param store where sessions are kept
 * @param codec reads their bytes
 * @param policy says what an actor can reach
 */
record Sessions(ReviewStore store, SessionCodec codec, AccessPolicy policy) {

    Optional<Loaded> find(Actor actor, SessionId id) {
        return load(actor.tenant(), id).filter(loaded -> isReachable(actor, loaded));
    }

    Optional<Loaded> load(TenantId tenant, SessionId id) {
        return store.load(tenant, id)
                .filter(stored -> stored.header().session().status() != SessionStatus.DELETED)
                .map(stored -> new Loaded(stored.header(), codec.read(stored)));
    }

    private boolean isReachable(Actor actor, Loaded loaded) {
        Scope scope = policy.scopeOf(actor);
        SessionHeader header = loaded.session().header();
        return header.tenant().equals(actor.tenant()) && scope.contains(header.tenant(), header.owner());
    }
}
