package io.dsreview.core;

import io.dsreview.api.canonical.CanonicalJson;
import io.dsreview.api.ledger.LedgerHead;
import io.dsreview.api.ledger.LedgerPayload;
import io.dsreview.api.ledger.LedgerRecord;
import io.dsreview.api.session.ReviewSession;
import io.dsreview.api.store.ReviewStore;
import io.dsreview.api.store.StoredHeader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A session with its audit, as it is exported as one JSON document; the same session gives the same text.
 *
 * @param format what the document is
 * @param version the version of that format
 * @param session the session
 * @param ledger its ledger, oldest entry first
 * @param ledgerHead the end of the ledger, as it is known without it
 */
record SessionExport(String format, int version, ReviewSession session, List<Entry> ledger, Head ledgerHead) {

    /** The entry itself, and beside it the values it commits to, as far as they were not erased. */
    record Entry(@Nullable Object entry, List<LedgerPayload> values) {}

    record Head(String chain, long seq, String hash) {}

    static SessionExport of(StoredHeader header, ReviewSession session, ReviewStore.History history) {
        return new SessionExport(
                "dsreview-export",
                1,
                session,
                history.ledger().stream().map(SessionExport::entry).toList(),
                head(header.ledger()));
    }

    private static Head head(LedgerHead head) {
        return new Head(head.chain().value(), head.seq(), head.hash().hex());
    }

    private static Entry entry(LedgerRecord record) {
        return new Entry(CanonicalJson.decode(record.document().getBytes(StandardCharsets.UTF_8)), record.payloads());
    }
}
