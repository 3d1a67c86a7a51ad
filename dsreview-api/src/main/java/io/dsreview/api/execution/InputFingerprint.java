package io.dsreview.api.execution;

import io.dsreview.api.canonical.Sha256;
import java.util.List;

/**
 * Hash over everything that decides a compiled SQL.
 *
 * @param hash the hash
 */
public record InputFingerprint(Sha256 hash) {

    private static final String TAG = "dsreview-inputs-v1";

    /**
     * Returns the fingerprint of inputs.
     *
     * @param documents the inputs as canonical JSON, piece by piece
     * @return their fingerprint
     */
    public static InputFingerprint of(List<byte[]> documents) {
        return new InputFingerprint(Sha256.ofDocuments(TAG, documents));
    }

    /** Returns the first eight hex digits, which is what people compare. */
    @Override
    public String toString() {
        return hash.shortHex();
    }
}
