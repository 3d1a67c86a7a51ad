package io.dsreview.core.invariant;

import io.dsreview.api.access.Scope;
import io.dsreview.api.clarification.Question;
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
import io.dsreview.api.store.StoredPart;
import io.dsreview.api.store.StoredSession;
import io.dsreview.core.codec.SessionCodec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A store that can be told to break one rule; it does everything else as the store behind it. */
class Tampering implements ReviewStore {

    /** Changes what was decided before it is stored: what a decision with a fault would have come to. */
    @FunctionalInterface
    interface Decided {
        ReviewSession instead(Optional<ReviewSession> before, ReviewSession after, SessionCommit commit);
    }

    private static final SessionCodec CODEC = new SessionCodec();

    private final ReviewStore inner;

    Tampering(ReviewStore inner) {
        this.inner = inner;
    }

    static ReviewStore decisions(ReviewStore inner, Decided decided) {
        return new Tampering(inner) {
            @Override
            public boolean commit(SessionCommit commit) {
                if (commit.changedParts().isEmpty()) {
                    return super.commit(commit);
                }
                Optional<StoredSession> known = load(
                        commit.header().session().tenant(),
                        commit.header().session().id());
                Optional<ReviewSession> before = known.map(CODEC::read);
                Map<String, StoredPart> parts = new LinkedHashMap<>();
                known.ifPresent(stored -> stored.parts().forEach(part -> parts.put(part.name(), part)));
                commit.changedParts().forEach(part -> parts.put(part.name(), part));
                ReviewSession after = CODEC.read(new StoredSession(commit.header(), List.copyOf(parts.values())));
                ReviewSession instead = decided.instead(before, after, commit);
                Question active = instead.clarification().active();
                return super.commit(new SessionCommit(
                        commit.expectedVersion(),
                        commit.expectedLedgerSeq(),
                        asking(
                                commit.header(),
                                active == null ? null : active.id().value()),
                        CODEC.changedParts(before.orElse(null), instead),
                        commit.events(),
                        commit.entries(),
                        commit.outcome()));
            }
        };
    }

    /** The columns that are stored already for the session of a commit. */
    final Optional<StoredHeader> known(SessionCommit commit) {
        return inner.load(
                        commit.header().session().tenant(),
                        commit.header().session().id())
                .map(StoredSession::header);
    }

    static StoredHeader asking(StoredHeader header, @Nullable String question) {
        return new StoredHeader(
                header.session(),
                header.environment(),
                header.title(),
                question,
                header.ledger(),
                header.lastRefusal());
    }

    static SessionCommit with(SessionCommit commit, StoredHeader header) {
        return new SessionCommit(
                commit.expectedVersion(),
                commit.expectedLedgerSeq(),
                header,
                commit.changedParts(),
                commit.events(),
                commit.entries(),
                commit.outcome());
    }

    @Override
    public boolean commit(SessionCommit commit) {
        return inner.commit(commit);
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
