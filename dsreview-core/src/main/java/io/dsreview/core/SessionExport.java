package io.dsreview.core;

import io.dsreview.api.canonical.CanonicalJson;
import io.dsreview.api.canonical.JsonText;
import io.dsreview.api.ledger.LedgerPayload;
import io.dsreview.api.ledger.LedgerRecord;
import io.dsreview.api.session.ReviewSession;
import io.dsreview.api.store.ReviewStore;
import io.dsreview.api.store.StoredHeader;
import io.dsreview.core.codec.SessionCodec;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a session with its audit as one JSON document; the same session gives the same text. */
final class SessionExport {

    private SessionExport() {}

    static String json(StoredHeader header, ReviewSession session, ReviewStore.History history, SessionCodec codec) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("format", "dsreview-export");
        document.put("version", 1L);
        document.put("session", codec.plain(session));
        List<Object> entries = new ArrayList<>();
        history.ledger().forEach(record -> entries.add(entry(record)));
        document.put("ledger", entries);
        document.put(
                "ledgerHead",
                Map.of(
                        "chain", header.ledger().chain().value(),
                        "seq", header.ledger().seq(),
                        "hash", header.ledger().hash().hex()));
        return JsonText.pretty(document);
    }

    /** The entry itself, and beside it the values it commits to, as far as they were not erased. */
    private static Object entry(LedgerRecord record) {
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        result.put("entry", CanonicalJson.decode(record.document().getBytes(StandardCharsets.UTF_8)));
        List<Object> values = new ArrayList<>();
        for (LedgerPayload payload : record.payloads()) {
            Map<String, Object> value = new LinkedHashMap<>();
            value.put("field", payload.field());
            value.put("salt", payload.salt());
            value.put("value", payload.value());
            values.add(value);
        }
        result.put("values", values);
        return result;
    }
}
