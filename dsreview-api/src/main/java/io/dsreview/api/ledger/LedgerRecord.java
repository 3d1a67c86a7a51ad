package io.dsreview.api.ledger;

import java.util.List;

/**
 * One entry as it is stored: its document, and beside it the values it commits to.
 *
 * @param document canonical JSON, see {@link LedgerEntry#document()}; never rewritten
 * @param payloads the values it commits to, without those that were erased; copied
 */
public record LedgerRecord(String document, List<LedgerPayload> payloads) {

    /** Copies the payloads. */
    public LedgerRecord {
        payloads = List.copyOf(payloads);
    }
}
