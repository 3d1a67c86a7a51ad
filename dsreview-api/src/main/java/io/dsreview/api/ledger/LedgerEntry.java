package io.dsreview.api.ledger;

import io.dsreview.api.canonical.CanonicalJson;
import io.dsreview.api.canonical.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * One link of a hash chain: what was done or refused, when, and the hash of the link before it.
 *
 * <p>Values that may be personal, the actor among them, are not in the entry. It holds a salted commitment to each, and
 * the value with its salt lies beside the chain in a {@link LedgerPayload}, so that it can be erased while the chain
 * still verifies.
 *
 * @param chain the chain
 * @param seq position in the chain, from 1 without gaps
 * @param previous hash of the entry before, or {@link #genesis(ChainId)} for the first
 * @param at when it happened, cut to microseconds
 * @param type what happened, such as {@code accepted.RequestPreview} or {@code refused.Launch}
 * @param contract hash of the rules that were in force: gate clauses and their words
 * @param body ids, numbers and enum values that describe it; copied, in the order of the names
 * @param commitments salted hashes of values kept beside the chain, by field; copied, in the order of the names
 */
public record LedgerEntry(
        ChainId chain,
        long seq,
        Sha256 previous,
        Instant at,
        String type,
        Sha256 contract,
        Map<String, String> body,
        Map<String, Sha256> commitments) {

    /** Version of the document that {@link #document()} writes. */
    public static final long FORMAT = 1;

    private static final String ENTRY_TAG = "dsreview-ledger-v1";
    private static final String GENESIS_TAG = "dsreview-genesis-v1";

    /** Copies both maps. */
    public LedgerEntry {
        body = Collections.unmodifiableMap(new TreeMap<>(body));
        commitments = Collections.unmodifiableMap(new TreeMap<>(commitments));
    }

    /**
     * Returns what stands in for the hash of the entry before the first one.
     *
     * @param chain the chain
     * @return the hash every first entry of that chain points to
     */
    public static Sha256 genesis(ChainId chain) {
        return Sha256.of(GENESIS_TAG, chain.value().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Returns the hash of an entry's document.
     *
     * @param document canonical JSON as {@link #document()} writes it
     * @return the hash that the next entry must name
     */
    public static Sha256 hashOf(String document) {
        return Sha256.of(ENTRY_TAG, document.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Returns this entry as canonical JSON; its UTF-8 bytes are what is hashed and stored.
     *
     * @return the document
     */
    public String document() {
        Map<String, Object> hashes = new TreeMap<>();
        commitments.forEach((field, hash) -> hashes.put(field, hash.hex()));
        Map<String, Object> fields = Map.of(
                "v",
                FORMAT,
                "alg",
                "sha256",
                "chain",
                chain.value(),
                "seq",
                seq,
                "prev",
                previous.hex(),
                "at",
                at.toString(),
                "type",
                type,
                "contract",
                contract.hex(),
                "body",
                body,
                "commitments",
                hashes);
        return new String(CanonicalJson.encode(fields), StandardCharsets.UTF_8);
    }

    /**
     * Returns the head of a chain that ends with this entry.
     *
     * @return the head
     */
    public LedgerHead head() {
        return new LedgerHead(chain, seq, hashOf(document()));
    }
}
