package io.dsreview.test.recording;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a {@link RecordingProxy} removes, ignores and allows. Start from {@link #defaults()} and change single values
 * with the {@code with…} methods. Immutable: any thread may use it.
 *
 * <p>A replay heeds {@code port}, {@code maxBodyBytes} and, for the paths it reports, the names of secrets; all else is
 * already settled in the files.
 *
 * @param secretFields names whose values are secrets: of JSON fields at any depth, form fields and query parameters,
 *     in requests and responses. Compared without case, {@code _} and {@code -}; a name that ends with one of them
 *     counts, so {@code token} covers {@code access_token}. An object under such a name is searched, not removed.
 *     Default {@link #DEFAULT_SECRET_FIELDS}
 * @param secretHeaders names of request headers whose values are secrets, without case; default {@link
 *     #DEFAULT_SECRET_HEADERS}. {@code Cookie} and {@code Set-Cookie} always count
 * @param volatileFields names of JSON request fields that differ on every run, compared exactly: their values are
 *     ignored in matching, and where the recorded response repeats such a value, the replayed one repeats the present
 *     value. Default {@link #DEFAULT_VOLATILE_FIELDS}
 * @param emailsRemoved whether e-mail addresses are removed too; default {@code true}
 * @param overwrite whether {@code record} may replace the recording of an earlier run; default {@code false}
 * @param port the port on 127.0.0.1, or 0 for one that the operating system chooses; default 0
 * @param maxBodyBytes the largest request or response body in bytes, 1 to 268,435,456; default 16,777,216 (16 MiB)
 * @param connectTimeout the longest wait for a connection to the upstream, up to one hour; default 5 seconds
 * @param exchangeTimeout the longest wait for the upstream's whole answer, up to one hour; default 60 seconds
 */
public record RecordingRules(
        Set<String> secretFields,
        Set<String> secretHeaders,
        Set<String> volatileFields,
        boolean emailsRemoved,
        boolean overwrite,
        int port,
        int maxBodyBytes,
        Duration connectTimeout,
        Duration exchangeTimeout) {

    /** Passwords, tokens and keys by their usual names, and Superset's fields that carry database credentials. */
    public static final Set<String> DEFAULT_SECRET_FIELDS = Set.of(
            "password",
            "passwd",
            "passphrase",
            "secret",
            "token",
            "api_key",
            "private_key",
            "authorization",
            "sqlalchemy_uri",
            "encrypted_extra",
            "credentials_info",
            "service_account_info");

    /** The headers that Superset and the gateways in front of it read credentials from. */
    public static final Set<String> DEFAULT_SECRET_HEADERS =
            Set.of("authorization", "proxy-authorization", "x-csrftoken", "x-guesttoken", "x-api-key");

    /** SQL Lab's {@code client_id}: made anew for every query. */
    public static final Set<String> DEFAULT_VOLATILE_FIELDS = Set.of("client_id");

    private static final int MAX_MAX_BODY_BYTES = 1 << 28;
    private static final Duration MAX_TIMEOUT = Duration.ofHours(1);
    private static final RecordingRules DEFAULTS = new RecordingRules(
            DEFAULT_SECRET_FIELDS,
            DEFAULT_SECRET_HEADERS,
            DEFAULT_VOLATILE_FIELDS,
            true,
            false,
            0,
            1 << 24,
            Duration.ofSeconds(5),
            Duration.ofSeconds(60));

    /**
     * Copies the sets and checks the ranges.
     *
     * @throws IllegalArgumentException if a value is outside its range; the message names all that are
     */
    public RecordingRules {
        secretFields = Set.copyOf(secretFields);
        secretHeaders = Set.copyOf(secretHeaders);
        volatileFields = Set.copyOf(volatileFields);
        List<String> problems = new ArrayList<>();
        requireNames("secretFields", secretFields, problems);
        requireNames("secretHeaders", secretHeaders, problems);
        requireNames("volatileFields", volatileFields, problems);
        requireRange("port", port, 0, 65_535, problems);
        requireRange("maxBodyBytes", maxBodyBytes, 1, MAX_MAX_BODY_BYTES, problems);
        requireTimeout("connectTimeout", connectTimeout, problems);
        requireTimeout("exchangeTimeout", exchangeTimeout, problems);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException("These recording rules cannot work: " + String.join("; ", problems));
        }
    }

    /**
     * The documented defaults.
     *
     * @return the same value on every call
     */
    public static RecordingRules defaults() {
        return DEFAULTS;
    }

    /**
     * Replaces the names of secret fields; to add one, pass {@link #DEFAULT_SECRET_FIELDS} and yours.
     *
     * @param names the new names
     * @return a changed copy
     */
    public RecordingRules withSecretFields(Set<String> names) {
        return new RecordingRules(
                names,
                secretHeaders,
                volatileFields,
                emailsRemoved,
                overwrite,
                port,
                maxBodyBytes,
                connectTimeout,
                exchangeTimeout);
    }

    /**
     * Replaces the names of secret request headers.
     *
     * @param names the new names
     * @return a changed copy
     */
    public RecordingRules withSecretHeaders(Set<String> names) {
        return new RecordingRules(
                secretFields,
                names,
                volatileFields,
                emailsRemoved,
                overwrite,
                port,
                maxBodyBytes,
                connectTimeout,
                exchangeTimeout);
    }

    /**
     * Replaces the names of volatile JSON fields.
     *
     * @param names the new names; empty for none
     * @return a changed copy
     */
    public RecordingRules withVolatileFields(Set<String> names) {
        return new RecordingRules(
                secretFields,
                secretHeaders,
                names,
                emailsRemoved,
                overwrite,
                port,
                maxBodyBytes,
                connectTimeout,
                exchangeTimeout);
    }

    /**
     * Says whether e-mail addresses are removed.
     *
     * @param removed {@code false} keeps them in the files
     * @return a changed copy
     */
    public RecordingRules withEmailsRemoved(boolean removed) {
        return new RecordingRules(
                secretFields,
                secretHeaders,
                volatileFields,
                removed,
                overwrite,
                port,
                maxBodyBytes,
                connectTimeout,
                exchangeTimeout);
    }

    /**
     * Says whether an earlier recording in the directory may be replaced.
     *
     * @param allowed {@code true} deletes the earlier recording's files when a new one starts; other files stay
     * @return a changed copy
     */
    public RecordingRules withOverwrite(boolean allowed) {
        return new RecordingRules(
                secretFields,
                secretHeaders,
                volatileFields,
                emailsRemoved,
                allowed,
                port,
                maxBodyBytes,
                connectTimeout,
                exchangeTimeout);
    }

    /**
     * Replaces the port.
     *
     * @param newPort 0 to 65,535; 0 lets the operating system choose
     * @return a changed copy
     */
    public RecordingRules withPort(int newPort) {
        return new RecordingRules(
                secretFields,
                secretHeaders,
                volatileFields,
                emailsRemoved,
                overwrite,
                newPort,
                maxBodyBytes,
                connectTimeout,
                exchangeTimeout);
    }

    /**
     * Replaces the size limit of bodies.
     *
     * @param bytes 1 to 268,435,456
     * @return a changed copy
     */
    public RecordingRules withMaxBodyBytes(int bytes) {
        return new RecordingRules(
                secretFields,
                secretHeaders,
                volatileFields,
                emailsRemoved,
                overwrite,
                port,
                bytes,
                connectTimeout,
                exchangeTimeout);
    }

    /**
     * Replaces both time limits.
     *
     * @param connect the longest wait for a connection, more than zero, up to one hour
     * @param exchange the longest wait for the whole answer, more than zero, up to one hour
     * @return a changed copy
     */
    public RecordingRules withTimeouts(Duration connect, Duration exchange) {
        return new RecordingRules(
                secretFields,
                secretHeaders,
                volatileFields,
                emailsRemoved,
                overwrite,
                port,
                maxBodyBytes,
                connect,
                exchange);
    }

    private static void requireNames(String what, Set<String> names, List<String> problems) {
        if (names.stream().anyMatch(String::isBlank)) {
            problems.add(what + " holds a blank name, legal are names with at least one visible character");
        }
    }

    private static void requireRange(String what, int value, int least, int most, List<String> problems) {
        if (value < least || value > most) {
            problems.add(what + " is " + value + ", legal are " + least + " to " + most);
        }
    }

    private static void requireTimeout(String what, Duration value, List<String> problems) {
        if (value.isNegative() || value.isZero() || value.compareTo(MAX_TIMEOUT) > 0) {
            problems.add(what + " is " + value + ", legal is more than PT0S up to " + MAX_TIMEOUT);
        }
    }
}
