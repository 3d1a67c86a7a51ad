package io.dsreview.core.invariant;

import io.dsreview.api.access.Scope;
import io.dsreview.api.id.IdempotencyKey;
import io.dsreview.api.id.SessionId;
import io.dsreview.api.id.TenantId;
import io.dsreview.api.id.UserId;
import io.dsreview.api.ledger.LedgerRecord;
import io.dsreview.api.session.SessionHeader;
import io.dsreview.api.session.SessionQuery;
import io.dsreview.api.store.ReviewStore;
import io.dsreview.api.store.SessionCommit;
import io.dsreview.api.store.StoredHeader;
import io.dsreview.api.store.StoredOutcome;
import io.dsreview.api.store.StoredPart;
import io.dsreview.api.store.StoredSession;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Stores that break one rule each, and else do as the one behind them. */
final class BrokenStores {

    private BrokenStores() {}

    /** Writes the active question of the commit before. */
    static final class PointerLags extends Tampering {
        PointerLags(ReviewStore inner) {
            super(inner);
        }

        @Override
        public boolean commit(SessionCommit commit) {
            Optional<String> known = known(commit).flatMap(stored -> Optional.ofNullable(stored.activeQuestion()));
            return super.commit(with(commit, asking(commit.header(), known.orElse(null))));
        }
    }

    /** Forgets who asks. */
    static final class ListsAnothersSessions extends Tampering {
        ListsAnothersSessions(ReviewStore inner) {
            super(inner);
        }

        @Override
        public List<StoredHeader> list(Scope scope, SessionQuery query) {
            return super.list(new Scope(Party.ANN.actor().tenant(), null), query);
        }
    }

    /** Deletes the row and forgets its parts. */
    static final class KeepsWhatWasDeleted extends Tampering {
        private final Map<SessionId, List<StoredPart>> kept = new HashMap<>();

        KeepsWhatWasDeleted(ReviewStore inner) {
            super(inner);
        }

        @Override
        public boolean commit(SessionCommit commit) {
            SessionHeader header = commit.header().session();
            if (commit.erases()) {
                super.load(header.tenant(), header.id()).ifPresent(stored -> kept.put(header.id(), stored.parts()));
            }
            return super.commit(commit);
        }

        @Override
        public Optional<StoredSession> load(TenantId tenant, SessionId session) {
            return super.load(tenant, session)
                    .map(stored -> new StoredSession(stored.header(), kept.getOrDefault(session, stored.parts())));
        }
    }

    /** Thinks that eight entries are enough for anybody. */
    static final class CutsTheLedger extends Tampering {
        CutsTheLedger(ReviewStore inner) {
            super(inner);
        }

        @Override
        public History history(TenantId tenant, SessionId session) {
            History all = super.history(tenant, session);
            List<LedgerRecord> kept = all.ledger().stream().limit(8).toList();
            return new History(kept, all.events());
        }
    }

    /** Compares nothing before it sets. */
    static final class TakesAnyVersion extends Tampering {
        TakesAnyVersion(ReviewStore inner) {
            super(inner);
        }

        @Override
        public boolean commit(SessionCommit commit) {
            Optional<StoredHeader> known = known(commit);
            return super.commit(new SessionCommit(
                    known.map(header -> header.session().version()).orElse(0L),
                    known.map(header -> header.ledger().seq()).orElse(0L),
                    commit.header(),
                    commit.changedParts(),
                    commit.events(),
                    commit.entries(),
                    commit.outcome()));
        }
    }

    /** Has no table for them. */
    static final class KeepsNoOutcomes extends Tampering {
        KeepsNoOutcomes(ReviewStore inner) {
            super(inner);
        }

        @Override
        public Optional<StoredOutcome> outcome(TenantId tenant, UserId user, IdempotencyKey key) {
            return Optional.empty();
        }
    }
}
