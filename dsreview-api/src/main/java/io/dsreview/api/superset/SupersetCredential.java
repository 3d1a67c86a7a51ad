package io.dsreview.api.superset;

/**
 * What proves an identity to Superset. No implementation shows its secret in {@link Object#toString()}.
 *
 * <p>Instances are immutable and thread-safe.
 */
public sealed interface SupersetCredential {

    /**
     * Returns the name of the identity. It is part of fingerprints and of the ledger, and no secret.
     *
     * @return the name
     */
    String identity();

    /**
     * Makes a credential of a user name and a password.
     *
     * @param username the name; it is also the identity
     * @param password the password
     * @return the credential, for Superset's database login
     */
    static SupersetCredential password(String username, String password) {
        return new Password(username, password);
    }

    /**
     * Makes a credential of a ready access token.
     *
     * @param identity the name of the identity that the token stands for
     * @param token the token
     * @return the credential
     */
    static SupersetCredential bearer(String identity, String token) {
        return new Bearer(identity, token);
    }

    /**
     * A user name and a password.
     *
     * @param identity the user name
     * @param password the password
     */
    record Password(String identity, String password) implements SupersetCredential {
        /** Returns the identity only. */
        @Override
        public String toString() {
            return "Password[" + identity + "]";
        }
    }

    /**
     * A ready access token.
     *
     * @param identity the name of the identity
     * @param token the token
     */
    record Bearer(String identity, String token) implements SupersetCredential {
        /** Returns the identity only. */
        @Override
        public String toString() {
            return "Bearer[" + identity + "]";
        }
    }
}
