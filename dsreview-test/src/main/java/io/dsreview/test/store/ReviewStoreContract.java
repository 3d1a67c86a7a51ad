package io.dsreview.test.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.dsreview.api.access.Scope;
import io.dsreview.api.id.IdempotencyKey;
import io.dsreview.api.id.SessionId;
import io.dsreview.api.id.TenantId;
import io.dsreview.api.id.UserId;
import io.dsreview.api.ledger.LedgerRecord;
import io.dsreview.api.session.SessionQuery;
import io.dsreview.api.session.SessionStatus;
import io.dsreview.api.store.ReviewStore;
import io.dsreview.api.store.SessionCommit;
import io.dsreview.api.store.StoredHeader;
import io.dsreview.api.store.StoredOutcome;
import io.dsreview.api.store.StoredPart;
import io.dsreview.api.store.StoredSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every {@link ReviewStore} must do. Extend it, and say how a store is opened. */
public abstract class ReviewStoreContract {

    private static final int WRITERS = 16;
    private static final SessionId SECOND = new SessionId("S-2");

    /** For subclasses. */
    protected ReviewStoreContract() {}

    /**
     * Opens the store. Called several times within one test, it opens the same store again, as another process would.
     *
     * @return the store, which is empty at the beginning of each test
     */
    protected abstract ReviewStore open();

    @Test
    void RE1_whatIsCommittedIsFoundByWhoeverOpensTheStoreNext() {
        SessionCommit first = Sessions.commit(1, "one");
        SessionCommit second = Sessions.commit(2, "two, Ж \" \\ \u2028");

        assertThat(open().commit(first)).isTrue();
        assertThat(open().commit(second)).isTrue();

        ReviewStore store = open();
        assertThat(store.load(Sessions.ACME, Sessions.FIRST))
                .contains(new StoredSession(second.header(), second.changedParts()));
        assertThat(store.history(Sessions.ACME, Sessions.FIRST).ledger())
                .containsExactly(first.entries().get(0), second.entries().get(0));
        assertThat(store.history(Sessions.ACME, Sessions.FIRST).events())
                .containsExactly(first.events().get(0), second.events().get(0));
    }

    @Test
    void RE1_aPartKeepsItsBytesWhateverTheyAre() {
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        SessionCommit plain = Sessions.commit(1, "one");
        StoredPart part = new StoredPart("values", all);

        open().commit(new SessionCommit(0, 0, plain.header(), List.of(part), List.of(), List.of(), null));

        assertThat(open().load(Sessions.ACME, Sessions.FIRST).orElseThrow().parts())
                .containsExactly(part);
    }

    @Test
    void RE1_partsThatDidNotChangeStay() {
        SessionCommit first = Sessions.commit(1, "one");
        SessionCommit next = Sessions.commit(2, "two");
        StoredPart other = new StoredPart("values", new byte[] {1});
        open().commit(first);

        open().commit(new SessionCommit(1, 1, next.header(), List.of(other), List.of(), List.of(), null));

        assertThat(open().load(Sessions.ACME, Sessions.FIRST).orElseThrow().parts())
                .containsExactlyInAnyOrder(first.changedParts().get(0), other);
    }

    @Test
    void RE1_aCommitThatKeepsTheVersionIsStoredToo() {
        SessionCommit first = Sessions.commit(1, "one");
        StoredPart progress = new StoredPart("recovery", new byte[] {7});
        open().commit(first);

        assertThat(open().commit(new SessionCommit(
                        1, 1, first.header(), List.of(progress), first.events(), List.of(), null)))
                .isTrue();

        assertThat(open().load(Sessions.ACME, Sessions.FIRST).orElseThrow().parts())
                .contains(progress);
        assertThat(open().history(Sessions.ACME, Sessions.FIRST).events()).hasSize(2);
    }

    @Test
    void RE8_aCommitThatExpectsAnotherStateStoresNothing() {
        ReviewStore store = open();
        store.commit(Sessions.commit(1, "one"));
        SessionCommit next = Sessions.commit(2, "two");

        assertThat(store.commit(Sessions.commit(1, "again"))).isFalse();
        assertThat(store.commit(expecting(next, 0, 1))).isFalse();
        assertThat(store.commit(expecting(next, 1, 0))).isFalse();
        assertThat(store.commit(expecting(next, 2, 2))).isFalse();

        assertThat(store.load(Sessions.ACME, Sessions.FIRST).orElseThrow().parts())
                .isEqualTo(Sessions.commit(1, "one").changedParts());
        assertThat(store.history(Sessions.ACME, Sessions.FIRST).events()).hasSize(1);
        assertThat(store.history(Sessions.ACME, Sessions.FIRST).ledger()).hasSize(1);
    }

    @Test
    void RE8_ofSixteenRacingWritersOneIsStoredAndNothingOfTheOthers() throws Exception {
        open().commit(Sessions.commit(1, "one"));
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        CyclicBarrier start = new CyclicBarrier(WRITERS);
        List<Future<Boolean>> running = new ArrayList<>();
        try {
            for (int i = 0; i < WRITERS; i++) {
                ReviewStore mine = open();
                SessionCommit commit = Sessions.commit(2, "writer " + i);
                running.add(threads.submit(() -> {
                    start.await();
                    return mine.commit(commit);
                }));
            }
            List<Boolean> stored = new ArrayList<>();
            for (Future<Boolean> each : running) {
                stored.add(each.get(30, TimeUnit.SECONDS));
            }

            assertThat(stored).containsOnlyOnce(true);
            assertThat(open().load(Sessions.ACME, Sessions.FIRST).orElseThrow().parts())
                    .isEqualTo(
                            Sessions.commit(2, "writer " + stored.indexOf(true)).changedParts());
            assertThat(open().history(Sessions.ACME, Sessions.FIRST).events()).hasSize(2);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void OR12_anOutcomeIsFoundUnderItsTenantUserAndKeyOnly() {
        StoredOutcome outcome = Sessions.outcome(Sessions.FIRST, "k", 1);
        open().commit(Sessions.commit(Sessions.ACME, Sessions.FIRST, Sessions.ANN, 1, outcome, "one"));

        ReviewStore store = open();
        IdempotencyKey key = outcome.key();
        assertThat(store.outcome(Sessions.ACME, Sessions.ANN, key)).contains(outcome);
        assertThat(store.outcome(Sessions.OTHER, Sessions.ANN, key)).isEmpty();
        assertThat(store.outcome(Sessions.ACME, Sessions.BEN, key)).isEmpty();
        assertThat(store.outcome(Sessions.ACME, Sessions.ANN, new IdempotencyKey("other")))
                .isEmpty();
    }

    @Test
    void OR12_aTakenKeyKeepsACommitFromBeingStored() {
        StoredOutcome taken = Sessions.outcome(Sessions.FIRST, "k", 1);
        open().commit(Sessions.commit(Sessions.ACME, Sessions.FIRST, Sessions.ANN, 1, taken, "one"));

        assertThat(open().commit(Sessions.commit(
                        Sessions.ACME, SECOND, Sessions.ANN, 1, Sessions.outcome(SECOND, "k", 1), "two")))
                .isFalse();

        assertThat(open().load(Sessions.ACME, SECOND)).isEmpty();
        assertThat(open().outcome(Sessions.ACME, Sessions.ANN, taken.key())).contains(taken);
    }

    @Test
    void OR12_aRefusedCommitBindsNoKey() {
        open().commit(Sessions.commit(1, "one"));
        StoredOutcome outcome = Sessions.outcome(Sessions.FIRST, "k", 1);

        assertThat(open().commit(Sessions.commit(Sessions.ACME, Sessions.FIRST, Sessions.ANN, 1, outcome, "again")))
                .isFalse();

        assertThat(open().outcome(Sessions.ACME, Sessions.ANN, outcome.key())).isEmpty();
    }

    @Test
    void RE3_nothingOfOneTenantIsFoundByAnother() {
        SessionCommit ours = Sessions.commit(1, "ours");
        SessionCommit theirs = Sessions.commit(Sessions.OTHER, Sessions.FIRST, Sessions.ANN, 1, null, "theirs");
        open().commit(ours);

        assertThat(open().load(Sessions.OTHER, Sessions.FIRST)).isEmpty();
        assertThat(open().history(Sessions.OTHER, Sessions.FIRST).ledger()).isEmpty();
        assertThat(open().history(Sessions.OTHER, Sessions.FIRST).events()).isEmpty();
        assertThat(open().list(new Scope(Sessions.OTHER, null), SessionQuery.DEFAULT))
                .isEmpty();
        assertThat(open().commit(theirs)).as("the same id, of another tenant").isTrue();
        assertThat(open().load(Sessions.ACME, Sessions.FIRST).orElseThrow().parts())
                .isEqualTo(ours.changedParts());
    }

    @Test
    void RE3_listsAScopeTheLatestIdFirstInPages() {
        put(Sessions.ACME, "A", Sessions.ANN, 1);
        put(Sessions.ACME, "B", Sessions.BEN, 3);
        put(Sessions.ACME, "C", Sessions.ANN, 2);
        put(Sessions.OTHER, "D", Sessions.ANN, 4);

        assertThat(ids(new Scope(Sessions.ACME, null), page(null, 10))).containsExactly("C", "B", "A");
        assertThat(ids(new Scope(Sessions.ACME, Sessions.ANN), page(null, 10))).containsExactly("C", "A");
        assertThat(ids(new Scope(Sessions.ACME, null), page("C", 1))).containsExactly("B");
        assertThat(ids(new Scope(Sessions.ACME, null), page("A", 1))).isEmpty();
        assertThat(ids(
                        new Scope(Sessions.ACME, null),
                        new SessionQuery(Set.of(SessionStatus.ACTIVE), null, " b", null, null, 10)))
                .containsExactly("B");
    }

    @Test
    void AR4_anErasingCommitLeavesTheHeaderAndTheEntriesOnly() {
        open().commit(Sessions.commit(1, "one"));
        SessionCommit second = Sessions.commit(2, "two");

        assertThat(open().commit(Sessions.erasing(second))).isTrue();

        assertThat(open().load(Sessions.ACME, Sessions.FIRST).orElseThrow().parts())
                .isEmpty();
        assertThat(open().history(Sessions.ACME, Sessions.FIRST).events()).isEmpty();
        assertThat(open().history(Sessions.ACME, Sessions.FIRST).ledger())
                .extracting(LedgerRecord::document, record -> record.payloads().size())
                .containsExactly(tuple("{\"n\":1}", 0), tuple("{\"n\":2}", 1));
        assertThat(open().list(new Scope(Sessions.ACME, null), SessionQuery.DEFAULT))
                .isEmpty();
    }

    @Test
    void RE3_namesThatLookAlikeOrHoldAnythingAreApart() {
        TenantId odd = new TenantId("a/b");
        open().commit(Sessions.commit(odd, new SessionId("c"), Sessions.ANN, 1, null, "one"));

        assertThat(open().load(new TenantId("a"), new SessionId("b/c"))).isEmpty();
        assertThat(open().load(odd, new SessionId("C"))).isEmpty();
        assertThat(open().load(odd, new SessionId("../c"))).isEmpty();
        assertThat(open().load(odd, new SessionId("c"))).isPresent();
    }

    private void put(TenantId tenant, String id, UserId owner, int versions) {
        for (int version = 1; version <= versions; version++) {
            assertThat(open().commit(Sessions.commit(tenant, new SessionId(id), owner, version, null, "x")))
                    .isTrue();
        }
    }

    private static SessionQuery page(@Nullable String after, int limit) {
        return new SessionQuery(
                Set.of(SessionStatus.ACTIVE), null, "", null, after == null ? null : new SessionId(after), limit);
    }

    private List<String> ids(Scope scope, SessionQuery query) {
        return open().list(scope, query).stream()
                .map(StoredHeader::session)
                .map(session -> session.id().value())
                .toList();
    }

    private static SessionCommit expecting(SessionCommit commit, long version, long seq) {
        return new SessionCommit(
                version,
                seq,
                commit.header(),
                commit.changedParts(),
                commit.events(),
                commit.entries(),
                commit.outcome());
    }
}
