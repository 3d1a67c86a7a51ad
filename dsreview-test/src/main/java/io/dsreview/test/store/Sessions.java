package io.dsreview.test.store;

import io.dsreview.api.canonical.Sha256;
import io.dsreview.api.id.EnvironmentId;
import io.dsreview.api.id.IdempotencyKey;
import io.dsreview.api.id.SessionId;
import io.dsreview.api.id.TenantId;
import io.dsreview.api.id.UserId;
import io.dsreview.api.ledger.ChainId;
import io.dsreview.api.ledger.LedgerHead;
import io.dsreview.api.ledger.LedgerPayload;
import io.dsreview.api.ledger.LedgerRecord;
import io.dsreview.api.session.SessionEvent;
import io.dsreview.api.session.SessionHeader;
import io.dsreview.api.session.SessionStatus;
import io.dsreview.api.store.SessionCommit;
import io.dsreview.api.store.StoredHeader;
import io.dsreview.api.store.StoredOutcome;
import io.dsreview.api.store.StoredPart;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Commits to a store, of a made-up review. */
final class Sessions {

    static final TenantId ACME = new TenantId("acme");
    static final TenantId OTHER = new TenantId("other");
    static final UserId ANN = new UserId("ann");
    static final UserId BEN = new UserId("ben");
    static final SessionId FIRST = new SessionId("S-1");

    private static final Instant START = Instant.parse("2026-03-01T12:00:00.123456Z");

    private Sessions() {}

    /** A commit that brings a session from one version to the next, with one ledger entry and one event. */
    static SessionCommit commit(
            TenantId tenant,
            SessionId session,
            UserId owner,
            long version,
            @Nullable StoredOutcome outcome,
            String content) {
        Instant now = START.plusSeconds(version);
        StoredHeader header = new StoredHeader(
                new SessionHeader(session, tenant, owner, version, SessionStatus.ACTIVE, null, START, now),
                new EnvironmentId("test"),
                "Sales \u2028 " + session.value(),
                version % 2 == 0 ? "DATASET" : null,
                new LedgerHead(ChainId.of(tenant, session), version, hash("entry " + version)),
                version % 2 == 0 ? null : hash("refusal").hex());
        return new SessionCommit(
                version - 1,
                version - 1,
                header,
                List.of(new StoredPart("intake", content.getBytes(StandardCharsets.UTF_8))),
                List.of(new SessionEvent(
                        session, version, SessionEvent.Type.REEVALUATED, now, Map.of("content", content))),
                List.of(new LedgerRecord(
                        "{\"n\":" + version + "}", List.of(new LedgerPayload("actor", "00", "Анна \"А.\" \u2028")))),
                outcome);
    }

    static SessionCommit commit(long version, String content) {
        return commit(ACME, FIRST, ANN, version, null, content);
    }

    /** The same commit as the one that deletes the session. */
    static SessionCommit erasing(SessionCommit commit) {
        StoredHeader header = commit.header();
        return new SessionCommit(
                commit.expectedVersion(),
                commit.expectedLedgerSeq(),
                new StoredHeader(
                        header.session().withStatus(SessionStatus.DELETED),
                        header.environment(),
                        "",
                        null,
                        header.ledger(),
                        null),
                List.of(),
                List.of(),
                commit.entries(),
                null);
    }

    static StoredOutcome outcome(SessionId session, String key, long version) {
        return new StoredOutcome(ACME, ANN, new IdempotencyKey(key), hash("command"), session, version);
    }

    static Sha256 hash(String text) {
        return Sha256.of("dsreview-test", text.getBytes(StandardCharsets.UTF_8));
    }
}
