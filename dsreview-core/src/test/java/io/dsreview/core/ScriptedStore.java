package io.dsreview.core;

import io.dsreview.api.access.Scope;
import io.dsreview.api.id.IdempotencyKey;
import io.dsreview.api.id.SessionId;
import io.dsreview.api.id.TenantId;
import io.dsreview.api.id.UserId;
import io.dsreview.api.session.ReviewSession;
import io.dsreview.api.session.SessionQuery;
import io.dsreview.api.store.ReviewStore;
import io.dsreview.api.store.SessionCommit;
import io.dsreview.api.store.StoredHeader;
import io.dsreview.api.store.StoredOutcome;
import io.dsreview.api.store.StoredSession;
import io.dsreview.core.codec.SessionCodec;
import io.dsreview.core.store.InMemoryReviewStore;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** A store in memory that keeps every commit it took, and whose next commits end as a test says. */
public final class ScriptedStore implements ReviewStore {

    /** How a commit ends. */
    public enum End {
        /** It is stored, as ever. */
        STORED,
        /** Somebody else was faster. */
        REFUSED,
        /** The process dies before it is stored. */
        LOST,
        /** It is stored, and the process dies before it hears so. */
        STORED_UNHEARD
    }

    /** What a dying process throws. */
    public static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Crash(End end) {
            super("the store ended a commit with " + end);
        }
    }

    private final ReviewStore inner = new InMemoryReviewStore();
    private final SessionCodec codec = new SessionCodec();
    private final Deque<End> script = new ArrayDeque<>();
    private final List<SessionCommit> commits = new ArrayList<>();
    private final List<ReviewSession> states = new ArrayList<>();

    /** Sets how the next commits end; those after them are stored. */
    public void next(End... ends) {
        script.clear();
        script.addAll(List.of(ends));
    }

    /** All commits that were stored, oldest first. */
    public List<SessionCommit> commits() {
        return List.copyOf(commits);
    }

    /** The session as a reader found it after each of the commits. */
    public List<ReviewSession> states() {
        return List.copyOf(states);
    }

    @Override
    public boolean commit(SessionCommit commit) {
        End end = script.isEmpty() ? End.STORED : script.remove();
        if (end == End.REFUSED) {
            return false;
        }
        if (end == End.LOST) {
            throw new Crash(end);
        }
        boolean stored = inner.commit(commit);
        if (stored) {
            commits.add(commit);
            var header = commit.header().session();
            if (commit.erases()) {
                return true;
            }
            states.add(codec.read(load(header.tenant(), header.id()).orElseThrow()));
        }
        if (end == End.STORED_UNHEARD) {
            throw new Crash(end);
        }
        return stored;
    }

    @Override
    public Optional<StoredSession> load(TenantId tenant, SessionId session) {
        return inner.load(tenant, session);
    }

    @Override
    public Optional<StoredOutcome> outcome(TenantId tenant, UserId user, IdempotencyKey key) {
        return inner.outcome(tenant, user, key);
    }

    @Override
    public List<StoredHeader> list(Scope scope, SessionQuery query) {
        return inner.list(scope, query);
    }

    @Override
    public History history(TenantId tenant, SessionId session) {
        return inner.history(tenant, session);
    }
}
