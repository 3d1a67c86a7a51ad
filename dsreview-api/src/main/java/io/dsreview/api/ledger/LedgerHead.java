package io.dsreview.api.ledger;

import io.dsreview.api.canonical.Sha256;

/**
 * The end of a chain at some moment. Whoever keeps one outside the store can later prove that nothing before it was
 * changed or cut off.
 *
 * @param chain the chain
 * @param seq position of the last entry; 0 for a chain without entries
 * @param hash hash of the last entry, or the genesis hash for a chain without entries
 */
public record LedgerHead(ChainId chain, long seq, Sha256 hash) {

    /**
     * Returns the head of a chain without entries.
     *
     * @param chain the chain
     * @return its first head
     */
    public static LedgerHead empty(ChainId chain) {
        return new LedgerHead(chain, 0, LedgerEntry.genesis(chain));
    }
}
