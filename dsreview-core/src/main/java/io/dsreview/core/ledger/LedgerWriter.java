package io.dsreview.core.ledger;

import io.dsreview.api.canonical.CanonicalJson;
import io.dsreview.api.canonical.Sha256;
import io.dsreview.api.execution.LaunchClause;
import io.dsreview.api.ledger.LedgerEntry;
import io.dsreview.api.ledger.LedgerHead;
import io.dsreview.api.ledger.LedgerPayload;
import io.dsreview.api.ledger.LedgerRecord;
import io.dsreview.core.seam.Seams;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes the next entries of one chain. Made per commit, not thread-safe: {@link #head()} moves with every entry.
 */
public final class LedgerWriter {

    private static final Sha256 CONTRACT = contract();

    private final Seams seams;
    private final List<LedgerRecord> records = new ArrayList<>();
    private LedgerHead head;

    /**
     * Makes a writer.
     *
     * @param head the present end of the chain
     * @param seams give the salts
     */
    public LedgerWriter(LedgerHead head, Seams seams) {
        this.head = head;
        this.seams = seams;
    }

    /**
     * Appends an entry.
     *
     * @param at when it happened
     * @param type what happened
     * @param body ids, numbers and enum values
     * @param personal values that are only committed to, by field
     */
    public void append(Instant at, String type, Map<String, String> body, Map<String, String> personal) {
        List<LedgerPayload> payloads = new ArrayList<>();
        Map<String, Sha256> commitments = new TreeMap<>();
        new TreeMap<>(personal).forEach((field, value) -> {
            LedgerPayload payload = new LedgerPayload(field, seams.freshSalt(), value);
            payloads.add(payload);
            commitments.put(field, payload.commitment());
        });
        LedgerEntry entry =
                new LedgerEntry(head.chain(), head.seq() + 1, head.hash(), at, type, CONTRACT, body, commitments);
        records.add(new LedgerRecord(entry.document(), payloads));
        head = entry.head();
    }

    /**
     * Returns the end of the chain after what was appended.
     *
     * @return the head
     */
    public LedgerHead head() {
        return head;
    }

    /**
     * Returns what was appended.
     *
     * @return the entries, in order
     */
    public List<LedgerRecord> records() {
        return List.copyOf(records);
    }

    /** The rules in force: a changed clause shows in every later entry. */
    private static Sha256 contract() {
        List<Object> clauses = new ArrayList<>();
        for (LaunchClause clause : LaunchClause.values()) {
            clauses.add(List.of(clause.id(), clause.rule()));
        }
        return Sha256.of("dsreview-contract-v1", CanonicalJson.encode(clauses));
    }
}
