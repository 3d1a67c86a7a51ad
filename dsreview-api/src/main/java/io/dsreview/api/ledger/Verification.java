package io.dsreview.api.ledger;

/** What {@link LedgerVerifier} found. */
public sealed interface Verification {

    /**
     * Every entry is where it was and says what it said.
     *
     * @param head the end of the chain that was verified
     */
    record Verified(LedgerHead head) implements Verification {
        /** Returns one sentence. */
        @Override
        public String toString() {
            return "Verified: " + head.seq() + " entries, head " + head.hash().shortHex() + ".";
        }
    }

    /**
     * The chain was changed.
     *
     * @param seq the position where it first does not hold
     * @param why what does not hold there, in words
     */
    record Broken(long seq, String why) implements Verification {
        /** Returns one sentence. */
        @Override
        public String toString() {
            return "Broken at entry " + seq + ": " + why + ".";
        }
    }

    /**
     * The chain holds, but a value that an entry commits to is gone and nothing in the chain explains why.
     *
     * @param seq the entry
     * @param field the commitment without its value
     */
    record Unexplained(long seq, String field) implements Verification {
        /** Returns one sentence. */
        @Override
        public String toString() {
            return "Unexplained at entry " + seq + ": the value of '" + field + "' is missing and no entry says why.";
        }
    }

    /**
     * Tells whether the chain holds and is complete.
     *
     * @return true for {@link Verified}
     */
    default boolean isVerified() {
        return this instanceof Verified;
    }
}
