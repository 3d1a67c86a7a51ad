package io.dsreview.benchmarks.cost;

import io.dsreview.api.access.Scope;
import io.dsreview.api.id.IdempotencyKey;
import io.dsreview.api.id.SessionId;
import io.dsreview.api.id.TenantId;
import io.dsreview.api.id.UserId;
import io.dsreview.api.session.SessionQuery;
import io.dsreview.api.store.ReviewStore;
import io.dsreview.api.store.SessionCommit;
import io.dsreview.api.store.StoredHeader;
import io.dsreview.api.store.StoredOutcome;
import io.dsreview.api.store.StoredPart;
import io.dsreview.api.store.StoredSession;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A store that counts the bytes of the sessions' parts that are written to it. For one thread. */
final class CountingStore implements ReviewStore {

    private final ReviewStore store;
    private long written;

    CountingStore(ReviewStore store) {
        this.store = store;
    }

    /** Returns the bytes that were written since the last call. */
    long written() {
        long result = written;
        written = 0;
        return result;
    }

    static long bytes(Stream<StoredPart> parts) {
        return parts.mapToLong(part -> part.content().length).sum();
    }

    @Override
    public Optional<StoredSession> load(TenantId tenant, SessionId session) {
        return store.load(tenant, session);
    }

    @Override
    public boolean commit(SessionCommit commit) {
        written += bytes(commit.changedParts().stream());
        return store.commit(commit);
    }

    @Override
    public Optional<StoredOutcome> outcome(TenantId tenant, UserId user, IdempotencyKey key) {
        return store.outcome(tenant, user, key);
    }

    @Override
    public List<StoredHeader> list(Scope scope, SessionQuery query) {
        return store.list(scope, query);
    }

    @Override
    public History history(TenantId tenant, SessionId session) {
        return store.history(tenant, session);
    }
}
