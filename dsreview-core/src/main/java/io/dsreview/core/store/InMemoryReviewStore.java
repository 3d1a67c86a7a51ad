package io.dsreview.core.store;

import io.dsreview.api.access.Scope;
import io.dsreview.api.id.IdempotencyKey;
import io.dsreview.api.id.SessionId;
import io.dsreview.api.id.TenantId;
import io.dsreview.api.id.UserId;
import io.dsreview.api.ledger.LedgerRecord;
import io.dsreview.api.session.SessionEvent;
import io.dsreview.api.session.SessionHeader;
import io.dsreview.api.session.SessionQuery;
import io.dsreview.api.store.ReviewStore;
import io.dsreview.api.store.SessionCommit;
import io.dsreview.api.store.StoredHeader;
import io.dsreview.api.store.StoredOutcome;
import io.dsreview.api.store.StoredPart;
import io.dsreview.api.store.StoredSession;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps sessions in memory, as bytes: nothing of a session survives in it but what was encoded. For tests, samples and
 * hosts that need no persistence. Thread-safe: one lock, held for the copying of references only.
 */
public final class InMemoryReviewStore implements ReviewStore {

    private record Key(TenantId tenant, SessionId session) {}

    private record OutcomeKey(TenantId tenant, UserId user, IdempotencyKey key) {}

    private static final class Row {
        private StoredHeader header;
        private final Map<String, StoredPart> parts = new LinkedHashMap<>();
        private final List<LedgerRecord> ledger = new ArrayList<>();
        private final List<SessionEvent> events = new ArrayList<>();

        Row(StoredHeader header) {
            this.header = header;
        }
    }

    private final Map<Key, Row> rows = new HashMap<>();
    private final Map<OutcomeKey, StoredOutcome> outcomes = new HashMap<>();

    /** Makes an empty store. */
    public InMemoryReviewStore() {}

    @Override
    public synchronized Optional<StoredSession> load(TenantId tenant, SessionId session) {
        return Optional.ofNullable(rows.get(new Key(tenant, session)))
                .map(row -> new StoredSession(row.header, List.copyOf(row.parts.values())));
    }

    @Override
    public synchronized boolean commit(SessionCommit commit) {
        SessionHeader header = commit.header().session();
        Key key = new Key(header.tenant(), header.id());
        Row row = rows.get(key);
        long version = row == null ? 0 : row.header.session().version();
        long seq = row == null ? 0 : row.header.ledger().seq();
        if (version != commit.expectedVersion() || seq != commit.expectedLedgerSeq() || isTaken(commit)) {
            return false;
        }
        if (row == null) {
            row = new Row(commit.header());
            rows.put(key, row);
        }
        row.header = commit.header();
        if (commit.erases()) {
            erase(key, row);
        }
        for (StoredPart part : commit.changedParts()) {
            row.parts.put(part.name(), part);
        }
        row.ledger.addAll(commit.entries());
        row.events.addAll(commit.events());
        StoredOutcome outcome = commit.outcome();
        if (outcome != null) {
            outcomes.put(new OutcomeKey(outcome.tenant(), outcome.user(), outcome.key()), outcome);
        }
        return true;
    }

    @Override
    public synchronized Optional<StoredOutcome> outcome(TenantId tenant, UserId user, IdempotencyKey key) {
        return Optional.ofNullable(outcomes.get(new OutcomeKey(tenant, user, key)));
    }

    @Override
    public synchronized List<StoredHeader> list(Scope scope, SessionQuery query) {
        return rows.values().stream()
                .map(row -> row.header)
                .filter(header -> scope.contains(
                        header.session().tenant(), header.session().owner()))
                .filter(header -> query.matches(header.summary()))
                .sorted(Comparator.comparing(
                                (StoredHeader header) -> header.session().id().value())
                        .reversed())
                .limit(query.limit())
                .toList();
    }

    @Override
    public synchronized History history(TenantId tenant, SessionId session) {
        Row row = rows.get(new Key(tenant, session));
        return row == null ? new History(List.of(), List.of()) : new History(row.ledger, row.events);
    }

    private void erase(Key key, Row row) {
        row.parts.clear();
        row.events.clear();
        row.ledger.replaceAll(entry -> new LedgerRecord(entry.document(), List.of()));
        outcomes.values()
                .removeIf(outcome -> outcome.tenant().equals(key.tenant())
                        && outcome.session().equals(key.session()));
    }

    private boolean isTaken(SessionCommit commit) {
        StoredOutcome outcome = commit.outcome();
        return outcome != null && outcomes.containsKey(new OutcomeKey(outcome.tenant(), outcome.user(), outcome.key()));
    }
}
