package io.dsreview.api.ledger;

import io.dsreview.api.canonical.Sha256;
import java.nio.charset.StandardCharsets;

/**
 * A value that an entry only commits to, kept beside the chain so that it can be erased.
 *
 * @param field the name of the commitment in the entry, such as {@code actor}
 * @param salt 32 random bytes as 64 hex digits, made for this value alone
 * @param value the value
 */
public record LedgerPayload(String field, String salt, String value) {

    private static final String COMMITMENT_TAG = "dsreview-commit-v1";

    /**
     * Returns the commitment: a hash over salt and value, from which neither can be found again once both are erased.
     *
     * @return the hash that stands in the entry
     */
    public Sha256 commitment() {
        return Sha256.of(COMMITMENT_TAG, (salt + "\n" + value).getBytes(StandardCharsets.UTF_8));
    }
}
