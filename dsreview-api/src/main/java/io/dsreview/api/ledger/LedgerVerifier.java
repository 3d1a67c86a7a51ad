package io.dsreview.api.ledger;

import io.dsreview.api.canonical.CanonicalJson;
import io.dsreview.api.canonical.Sha256;
import io.dsreview.api.ledger.Verification.Broken;
import io.dsreview.api.ledger.Verification.Unexplained;
import io.dsreview.api.ledger.Verification.Verified;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Checks a hash chain from its stored documents alone, so that old entries verify whatever the code has become.
 *
 * <p>An edit, a deletion in the middle, an insertion and a swap always show. A chain that was cut at its end, or
 * rewritten from some entry on, shows only against a {@link LedgerHead} that was kept elsewhere. Instances are made per
 * verification and are not thread-safe.
 */
public final class LedgerVerifier {

    private final LedgerHead kept;
    private long seq;
    private Sha256 previous;

    private LedgerVerifier(LedgerHead kept) {
        this.kept = kept;
        this.previous = LedgerEntry.genesis(kept.chain());
    }

    /**
     * Verifies a chain against a head that was kept.
     *
     * @param records all entries in order; iterated once
     * @param kept a head of this chain, the older or the newer the caller trusts; the entry at its position must have
     *     its hash. {@link LedgerHead#empty(ChainId)} checks the chain within itself only
     * @return the first thing that does not hold, or {@link Verified}
     */
    public static Verification verify(Iterable<LedgerRecord> records, LedgerHead kept) {
        LedgerVerifier verifier = new LedgerVerifier(kept);
        Verification firstUnexplained = null;
        for (LedgerRecord record : records) {
            Verification found = verifier.next(record);
            if (found instanceof Broken) {
                return found;
            }
            if (found != null && firstUnexplained == null) {
                firstUnexplained = found;
            }
        }
        if (verifier.seq < kept.seq()) {
            return new Broken(
                    verifier.seq + 1,
                    "the chain ends after entry " + verifier.seq + ", but the kept head is entry " + kept.seq()
                            + "; entries were cut off");
        }
        return firstUnexplained != null
                ? firstUnexplained
                : new Verified(new LedgerHead(kept.chain(), verifier.seq, verifier.previous));
    }

    private @Nullable Verification next(LedgerRecord record) {
        long expected = seq + 1;
        Map<?, ?> document = read(record.document());
        if (document == null) {
            return new Broken(expected, "the document is not canonical JSON");
        }
        if (!Long.valueOf(LedgerEntry.FORMAT).equals(document.get("v"))) {
            return new Broken(expected, "the document is not of format " + LedgerEntry.FORMAT);
        }
        if (!kept.chain().value().equals(document.get("chain"))) {
            return new Broken(expected, "the entry belongs to another chain");
        }
        if (!Long.valueOf(expected).equals(document.get("seq"))) {
            return new Broken(expected, "entry " + document.get("seq") + " stands where " + expected + " belongs");
        }
        if (!previous.hex().equals(document.get("prev"))) {
            return new Broken(expected, "it does not name the hash of the entry before it");
        }
        seq = expected;
        previous = LedgerEntry.hashOf(record.document());
        if (seq == kept.seq() && !previous.equals(kept.hash())) {
            return new Broken(seq, "its hash is not the one in the kept head");
        }
        return payloads(record, document);
    }

    private @Nullable Verification payloads(LedgerRecord record, Map<?, ?> document) {
        Map<String, LedgerPayload> present = new HashMap<>();
        record.payloads().forEach(payload -> present.put(payload.field(), payload));
        if (!(document.get("commitments") instanceof Map<?, ?> commitments)) {
            return new Broken(seq, "it has no commitments object");
        }
        for (LedgerPayload payload : record.payloads()) {
            if (!payload.commitment().hex().equals(commitments.get(payload.field()))) {
                return new Broken(seq, "the value kept for '" + payload.field() + "' is not the one committed to");
            }
        }
        for (Object field : commitments.keySet()) {
            if (!present.containsKey(field)) {
                return new Unexplained(seq, String.valueOf(field));
            }
        }
        return null;
    }

    private static @Nullable Map<?, ?> read(String document) {
        try {
            return CanonicalJson.decode(document.getBytes(StandardCharsets.UTF_8)) instanceof Map<?, ?> fields
                    ? fields
                    : null;
        } catch (IllegalArgumentException notCanonical) {
            return null;
        }
    }
}
