package io.dsreview.api.execution;

import io.dsreview.api.canonical.Sha256;

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
     * @param canonical the inputs as canonical JSON
     * @return their fingerprint
     */
    public static InputFingerprint of(byte[] canonical) {
        return new InputFingerprint(Sha256.of(TAG, canonical));
    }

    /** Returns the first eight hex digits, which is what people compare. */
    @Override
    public String toString() {
        return hash.shortHex();
    }
}
