package io.dsreview.superset.http;

import io.dsreview.api.access.Actor;
import io.dsreview.api.error.Problem;
import io.dsreview.api.id.EnvironmentId;
import io.dsreview.api.superset.SupersetCredential;
import io.dsreview.api.superset.SupersetCredential.ApiKey;
import io.dsreview.api.superset.SupersetCredential.Bearer;
import io.dsreview.api.superset.SupersetCredential.SessionCookie;
import io.dsreview.superset.error.SupersetErrorCode;
import io.dsreview.superset.observation.SupersetCallListener;
import io.dsreview.superset.seam.Deadline;
import io.dsreview.superset.seam.Timekeeper;
import io.dsreview.superset.traffic.TrafficGuard;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Talks to the configured Supersets and to nothing else. Tokens and cookies are kept per environment and identity, in
 * memory only. Thread-safe; closed by whoever made it.
 */
public final class SupersetClient implements AutoCloseable {

    private static final int KEPT_LOGINS = 1_000;
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\p{Cs}]");
    private static final Pattern COOKIE_NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");
    /** What RFC 6265, section 4.1.1, calls a cookie-octet. */
    private static final Pattern COOKIE_VALUE = Pattern.compile("[!#-+\\--:<-\\[\\]-~]+");

    private final Map<EnvironmentId, Transport> transports = new LinkedHashMap<>();
    private final HttpLimits limits;
    private final Timekeeper time;
    private final HttpExchange exchange;
    private final Map<LoginKey, Login> logins = new LinkedHashMap<>(16, 0.75f, true);

    private record LoginKey(EnvironmentId environment, String identity) {}

    /**
     * Makes a client. Sends nothing.
     *
     * @param hosts where it may talk to
     * @param limits how long and how much
     * @param listener hears of every call
     * @param time the clock, and how waiting is done
     */
    public SupersetClient(List<SupersetHost> hosts, HttpLimits limits, SupersetCallListener listener, Timekeeper time) {
        this.limits = limits;
        this.time = time;
        this.exchange = new HttpExchange(limits);
        SupersetCallListener contained = SupersetCallListener.contained(listener);
        for (SupersetHost host : hosts) {
            TrafficGuard guard = new TrafficGuard(limits.traffic(), time);
            transports.put(host.environment(), new Transport(host, exchange, guard, contained, time));
        }
    }

    /** What opening a conversation gave. */
    public sealed interface Opening {

        /**
         * It is open; nothing has been sent yet.
         *
         * @param conversation the conversation
         */
        record Open(Conversation conversation) implements Opening {}

        /**
         * It cannot be held.
         *
         * @param problem why
         */
        record Closed(Problem problem) implements Opening {}
    }

    /**
     * Returns the limits.
     *
     * @return how long and how much
     */
    public HttpLimits limits() {
        return limits;
    }

    /**
     * Opens a conversation that lasts at most {@link HttpLimits#call()}. Sends nothing yet.
     *
     * @param environment where
     * @param actor on whose behalf
     * @return the conversation, or why there can be none
     */
    public Opening open(EnvironmentId environment, Actor actor) {
        return open(environment, actor, limits.call());
    }

    /**
     * Opens a conversation. Sends nothing yet.
     *
     * @param environment where
     * @param actor on whose behalf
     * @param budget how long it may take, from now on
     * @return the conversation, or why there can be none
     */
    public Opening open(EnvironmentId environment, Actor actor, Duration budget) {
        Transport transport = transports.get(environment);
        if (transport == null) {
            return new Opening.Closed(
                    Problem.of(SupersetErrorCode.SUPERSET_ENVIRONMENT_UNKNOWN, "environment", environment.value()));
        }
        SupersetCredential credential = credential(transport.host(), actor);
        if (credential == null) {
            return new Opening.Closed(
                    Problem.of(SupersetErrorCode.SUPERSET_CREDENTIAL_UNUSABLE, "environment", environment.value()));
        }
        return new Opening.Open(new Conversation(
                transport,
                login(environment, credential),
                Deadline.in(time, budget),
                Math.min(limits.traffic().parallelReads(), limits.traffic().concurrentRequests())));
    }

    /**
     * Asks whether a Superset answers and lets the actor in: one exchange of at most {@link HttpLimits#probe()}.
     *
     * @param environment where
     * @param actor on whose behalf
     * @return why it cannot be used, or empty if it can
     */
    public Optional<Problem> probe(EnvironmentId environment, Actor actor) {
        Duration shorter = limits.probe().compareTo(limits.call()) < 0 ? limits.probe() : limits.call();
        Opening opening = open(environment, actor, shorter);
        return opening instanceof Opening.Open open
                ? Optional.ofNullable(open.conversation().probe())
                : Optional.of(((Opening.Closed) opening).problem());
    }

    /** Frees connections and threads. Running calls end with a problem. */
    @Override
    public void close() {
        exchange.close();
    }

    private Login login(EnvironmentId environment, SupersetCredential credential) {
        LoginKey key = new LoginKey(environment, credential.identity());
        synchronized (logins) {
            Login known = logins.get(key);
            if (known != null && known.credential().equals(credential)) {
                return known;
            }
            Login fresh = new Login(credential);
            logins.put(key, fresh);
            if (logins.size() > KEPT_LOGINS) {
                logins.remove(logins.keySet().iterator().next());
            }
            return fresh;
        }
    }

    /** Asks the host's own code, which may do anything; returns null unless the credential can be used. */
    private static @Nullable SupersetCredential credential(SupersetHost host, Actor actor) {
        try {
            SupersetCredential credential = host.credentials().forActor(host.environment(), actor);
            return isUsable(credential) ? credential : null;
        } catch (RuntimeException hostFailed) {
            return null;
        }
    }

    private static boolean isUsable(@Nullable SupersetCredential credential) {
        if (credential == null
                || credential.identity().isBlank()
                || UNPRINTABLE.matcher(credential.identity()).find()) {
            return false;
        }
        if (credential instanceof Bearer bearer) {
            return Access.isHeaderValue(bearer.token());
        }
        if (credential instanceof ApiKey apiKey) {
            return Access.isHeaderValue(apiKey.key());
        }
        return !(credential instanceof SessionCookie cookie)
                || (COOKIE_NAME.matcher(cookie.name()).matches()
                        && COOKIE_VALUE.matcher(cookie.value()).matches());
    }
}
