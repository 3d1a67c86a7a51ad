package io.dsreview.core.invariant;

import io.dsreview.api.access.Scope;
import io.dsreview.api.command.ReviewCommand;
import io.dsreview.api.id.IdempotencyKey;
import io.dsreview.api.id.SessionId;
import io.dsreview.api.id.TenantId;
import io.dsreview.api.id.UserId;
import io.dsreview.api.session.ReviewSession;
import io.dsreview.api.session.SessionHeader;
import io.dsreview.api.session.SessionQuery;
import io.dsreview.api.store.ReviewStore;
import io.dsreview.api.store.SessionCommit;
import io.dsreview.api.store.StoredHeader;
import io.dsreview.api.store.StoredOutcome;
import io.dsreview.api.store.StoredSession;
import io.dsreview.core.codec.SessionCodec;
import io.dsreview.core.store.InMemoryReviewStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The store at the bottom of a sequence: what it keeps is what was really stored, and it reads every commit back from its bytes. */
final class RecordingStore implements ReviewStore {

    private static final SessionCodec CODEC = new SessionCodec();

    /** On whose behalf the store is asked just now. */
    record Cause(ReviewCommand command, boolean executionOn, Instant at) {}

    private final ReadBack readBack = new ReadBack(CODEC);
    private final InMemoryReviewStore inner = new InMemoryReviewStore();
    private final Map<SessionId, Stored> latest = new LinkedHashMap<>();
    private final List<Stored> stored = new ArrayList<>();
    private Optional<Cause> cause = Optional.empty();

    /** Sets on whose behalf the store is asked next, and returns on whose it was. */
    Optional<Cause> cause(Optional<Cause> next) {
        Optional<Cause> known = cause;
        cause = next;
        return known;
    }

    /** All commits, oldest first. */
    List<Stored> commits() {
        return stored;
    }

    /** The sessions, in the order of their starts. */
    List<SessionId> sessions() {
        return List.copyOf(latest.keySet());
    }

    /** The commit that a session's present state is from. */
    Optional<Stored> latest(SessionId session) {
        return Optional.ofNullable(latest.get(session));
    }

    Optional<ReviewSession> state(SessionId session) {
        return latest(session).map(Stored::after);
    }

    /** The session as all its bytes together tell it. */
    ReviewSession readAgain(SessionId session) {
        StoredHeader header = latest(session).orElseThrow().commit().header();
        return CODEC.read(load(header.session().tenant(), session).orElseThrow());
    }

    @Override
    public boolean commit(SessionCommit commit) {
        SessionId id = commit.header().session().id();
        if (!inner.commit(commit)) {
            return false;
        }
        Optional<Stored> known = latest(id);
        Cause by = cause.orElseThrow();
        Set<String> rewritten = ReadBack.rewritten(commit);
        Stored next = new Stored(
                commit,
                known.map(each -> each.commit().header()),
                known.map(Stored::after),
                after(known.map(Stored::after), commit, rewritten),
                rewritten,
                by.command(),
                by.executionOn(),
                by.at());
        latest.put(id, next);
        stored.add(next);
        return true;
    }

    /** A refusal changes no part, and of what was deleted there are none; whatever else there is, is read back from the bytes. */
    private ReviewSession after(Optional<ReviewSession> before, SessionCommit commit, Set<String> rewritten) {
        SessionHeader header = commit.header().session();
        if (before.isPresent() && rewritten.isEmpty()) {
            return before.get().withHeader(header);
        }
        StoredSession now = load(header.tenant(), header.id()).orElseThrow();
        return before.map(known -> readBack.after(known, now, rewritten)).orElseGet(() -> CODEC.read(now));
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
