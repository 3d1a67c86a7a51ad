package io.dsreview.samples.quickstart.store;

import io.dsreview.api.ledger.LedgerRecord;
import io.dsreview.api.session.SessionEvent;
import io.dsreview.api.store.SessionCommit;
import io.dsreview.api.store.StoredHeader;
import io.dsreview.api.store.StoredOutcome;
import io.dsreview.api.store.StoredPart;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is kept of one session; one file.
 *
 * @param header its columns
 * @param parts its parts
 * @param ledger its ledger, oldest first
 * @param events its events, oldest first
 * @param outcomes the outcomes that its commits bound to keys
 */
record SessionFile(
        StoredHeader header,
        List<StoredPart> parts,
        List<LedgerRecord> ledger,
        List<SessionEvent> events,
        List<StoredOutcome> outcomes) {

    /** The session after a commit, or null if the commit expects another one than this. */
    static @Nullable SessionFile after(@Nullable SessionFile known, SessionCommit commit) {
        long version = known == null ? 0 : known.header.session().version();
        long seq = known == null ? 0 : known.header.ledger().seq();
        if (version != commit.expectedVersion() || seq != commit.expectedLedgerSeq()) {
            return null;
        }
        if (known != null && commit.erases()) {
            return new SessionFile(
                    commit.header(),
                    List.of(),
                    joined(withoutPayloads(known.ledger), commit.entries()),
                    List.of(),
                    List.of());
        }
        Map<String, StoredPart> parts = new LinkedHashMap<>();
        if (known != null) {
            known.parts.forEach(part -> parts.put(part.name(), part));
        }
        commit.changedParts().forEach(part -> parts.put(part.name(), part));
        StoredOutcome outcome = commit.outcome();
        return new SessionFile(
                commit.header(),
                List.copyOf(parts.values()),
                known == null ? commit.entries() : joined(known.ledger, commit.entries()),
                known == null ? commit.events() : joined(known.events, commit.events()),
                joined(known == null ? List.of() : known.outcomes, outcome == null ? List.of() : List.of(outcome)));
    }

    private static List<LedgerRecord> withoutPayloads(List<LedgerRecord> entries) {
        return entries.stream()
                .map(entry -> new LedgerRecord(entry.document(), List.of()))
                .toList();
    }

    private static <T> List<T> joined(List<T> known, List<T> more) {
        List<T> all = new ArrayList<>(known);
        all.addAll(more);
        return List.copyOf(all);
    }
}
