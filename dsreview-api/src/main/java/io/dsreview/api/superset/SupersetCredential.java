package io.dsreview.api.superset;

import java.util.function.Supplier;

/**
 * What proves an identity to Superset: a {@linkplain #password password}, an {@linkplain #ldap LDAP} password, a ready
 * {@linkplain #bearer token}, a {@linkplain #tokens supplier of tokens}, a {@linkplain #sessionCookie session cookie} or
 * an {@linkplain #apiKey API key}. No implementation shows its secret in {@link Object#toString()}.
 *
 * <p>Tokens and cookies that Superset gives for a credential are kept for as long as an equal credential comes for the
 * same identity. Instances are immutable and thread-safe.
 */
public sealed interface SupersetCredential {

    /**
     * Returns the name of the identity. It is part of fingerprints, of cache keys and of the ledger, and no secret. Two
     * credentials of one name must stand for the same user of Superset.
     *
     * @return the name
     */
    String identity();

    /**
     * Makes a credential of a user name and a password that Superset itself knows. The access token is refreshed, or
     * another login made, when it has expired.
     *
     * @param username the name; it is also the identity
     * @param password the password
     * @return the credential
     */
    static SupersetCredential password(String username, String password) {
        return new Password(username, password, LoginProvider.DB);
    }

    /**
     * Makes a credential of a user name and a password that Superset has checked by its LDAP directory; otherwise like
     * {@link #password}.
     *
     * @param username the name; it is also the identity
     * @param password the password
     * @return the credential
     */
    static SupersetCredential ldap(String username, String password) {
        return new Password(username, password, LoginProvider.LDAP);
    }

    /**
     * Makes a credential of a ready access token, which is used as it is and never renewed.
     *
     * @param identity the name of the identity that the token stands for
     * @param token the token, visible ASCII
     * @return the credential
     */
    static SupersetCredential bearer(String identity, String token) {
        return new Bearer(identity, token);
    }

    /**
     * Makes a credential of tokens that the host fetches, such as from its own identity provider. The supplier is asked
     * when a token is needed, and once more when Superset refuses it. It is called on a thread of dsreview, by one thread
     * at a time per identity, within the timeout of the operation; a supplier that fails or gives null is a problem, not
     * an exception. Give the same supplier each time, since another one starts from the beginning.
     *
     * @param identity the name of the identity that the tokens stand for
     * @param supplier gives a valid token, visible ASCII
     * @return the credential
     */
    static SupersetCredential tokens(String identity, Supplier<String> supplier) {
        return new Tokens(identity, supplier);
    }

    /**
     * Makes a credential of the cookie of a session that was opened in another way, such as by single sign-on in a
     * browser. It is never renewed.
     *
     * @param identity the name of the identity whose session it is
     * @param value the value of the cookie named {@code session}
     * @return the credential
     */
    static SupersetCredential sessionCookie(String identity, String value) {
        return new SessionCookie(identity, "session", value);
    }

    /**
     * Makes a credential of a session cookie that has another name than Superset's default {@code session}.
     *
     * @param identity the name of the identity whose session it is
     * @param name the name of the cookie, as {@code SESSION_COOKIE_NAME} says
     * @param value the value of the cookie
     * @return the credential
     */
    static SupersetCredential sessionCookie(String identity, String name, String value) {
        return new SessionCookie(identity, name, value);
    }

    /**
     * Makes a credential of an API key, which Superset makes where {@code FAB_API_KEY_ENABLED} is on. It is never renewed.
     *
     * @param identity the name of the identity that the key stands for
     * @param key the key, such as {@code sst_…}, visible ASCII
     * @return the credential
     */
    static SupersetCredential apiKey(String identity, String key) {
        return new ApiKey(identity, key);
    }

    /** Who checks a password. Superset's API knows these two only. */
    enum LoginProvider {
        /** Superset's own database. */
        DB,
        /** An LDAP directory. */
        LDAP
    }

    /**
     * A user name and a password.
     *
     * @param identity the user name
     * @param password the password
     * @param provider who checks it
     */
    record Password(String identity, String password, LoginProvider provider) implements SupersetCredential {
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

    /**
     * Tokens that the host fetches.
     *
     * @param identity the name of the identity
     * @param supplier gives a valid token
     */
    record Tokens(String identity, Supplier<String> supplier) implements SupersetCredential {
        /** Returns the identity only. */
        @Override
        public String toString() {
            return "Tokens[" + identity + "]";
        }
    }

    /**
     * The cookie of an open session.
     *
     * @param identity the name of the identity
     * @param name the name of the cookie
     * @param value the value of the cookie
     */
    record SessionCookie(String identity, String name, String value) implements SupersetCredential {
        /** Returns the identity only. */
        @Override
        public String toString() {
            return "SessionCookie[" + identity + "]";
        }
    }

    /**
     * An API key.
     *
     * @param identity the name of the identity
     * @param key the key
     */
    record ApiKey(String identity, String key) implements SupersetCredential {
        /** Returns the identity only. */
        @Override
        public String toString() {
            return "ApiKey[" + identity + "]";
        }
    }
}
