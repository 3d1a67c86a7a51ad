package io.dsreview.superset.http;

import io.dsreview.api.error.Problem;
import io.dsreview.api.id.EnvironmentId;
import io.dsreview.api.superset.SupersetCredential.Password;
import io.dsreview.superset.error.SupersetErrorCode;
import io.dsreview.superset.seam.Deadline;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * One operation at one Superset under one identity, with one deadline over all its requests. Logs in when needed, once
 * more if the token has expired, and fetches a CSRF token for the requests that want one, once more if it is refused.
 *
 * <p>For one thread; many conversations may share an identity.
 */
public final class Conversation {

    private static final ApiRequest CSRF = ApiRequest.get("csrf token", "security", "csrf_token", "");
    private static final Pattern HEADER_VALUE = Pattern.compile("[!-~]+");

    private final HttpExchange exchange;
    private final SupersetHost host;
    private final Login login;
    private final Deadline deadline;

    Conversation(HttpExchange exchange, SupersetHost host, Login login, Deadline deadline) {
        this.exchange = exchange;
        this.host = host;
        this.login = login;
        this.deadline = deadline;
    }

    /**
     * Returns the environment that is talked to.
     *
     * @return its id
     */
    public EnvironmentId environment() {
        return host.environment();
    }

    /**
     * Returns the name under which Superset knows who asks.
     *
     * @return the identity; no secret
     */
    public String identity() {
        return login.credential().identity();
    }

    /**
     * Returns until when this conversation may take.
     *
     * @return the deadline
     */
    public Deadline deadline() {
        return deadline;
    }

    /**
     * Sends a request and waits for the answer. Nothing is repeated, except where Superset says that it did nothing
     * because a token had expired.
     *
     * @param request the request
     * @return what came of it
     */
    public Answer send(ApiRequest request) {
        boolean tokenRenewed = false;
        boolean csrfRenewed = false;
        while (true) {
            Problem notReady = prepare(request);
            if (notReady != null) {
                return new Answer.Missing(notReady, false);
            }
            String token = login.token();
            CsrfTicket ticket = request.needsCsrf() ? login.csrf() : null;
            if (token == null || (request.needsCsrf() && ticket == null)) {
                continue; // another thread has just dropped it
            }
            Answer answer = exchange.send(host, request, headers(token, ticket), deadline, login.secrets());
            if (SupersetFailures.isExpiredToken(answer) && login.isRenewable() && !tokenRenewed) {
                tokenRenewed = true;
                login.drop(token);
            } else if (SupersetFailures.isCsrf(answer) && ticket != null && !csrfRenewed) {
                csrfRenewed = true;
                login.drop(ticket);
            } else {
                return answer;
            }
        }
    }

    /**
     * Sends requests that do not depend on each other, and waits for all answers.
     *
     * @param requests the requests
     * @return what came of each, in their order
     */
    public List<Answer> sendAll(List<ApiRequest> requests) {
        return requests.stream().map(this::send).toList();
    }

    /** Returns why the identity cannot be used, after one exchange: a login, or for a ready token a cheap question. */
    @Nullable
    Problem probe() {
        return login.isRenewable() ? logIn() : fetchCsrf();
    }

    /** Returns why the request cannot be sent, or null once token and ticket are there. */
    private @Nullable Problem prepare(ApiRequest request) {
        if (login.token() == null) {
            Problem problem = locked(() -> login.token() == null ? logIn() : null);
            if (problem != null) {
                return problem;
            }
        }
        if (!request.needsCsrf() || login.csrf() != null) {
            return null;
        }
        return locked(() -> login.csrf() == null ? fetchCsrfWithFreshToken() : null);
    }

    private @Nullable Problem fetchCsrfWithFreshToken() {
        Problem problem = fetchCsrf();
        if (problem == null || !problem.is(SupersetErrorCode.SUPERSET_TOKEN_REFUSED) || !login.isRenewable()) {
            return problem;
        }
        Problem refused = logIn();
        return refused != null ? refused : fetchCsrf();
    }

    private @Nullable Problem locked(Supplier<@Nullable Problem> fetch) {
        try {
            if (!login.tryLock(deadline.left())) {
                return about(SupersetErrorCode.SUPERSET_TIMEOUT, "login");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return about(SupersetErrorCode.SUPERSET_INTERRUPTED, "login");
        }
        try {
            return fetch.get();
        } finally {
            login.unlock();
        }
    }

    private @Nullable Problem logIn() {
        if (!(login.credential() instanceof Password password)) {
            return about(SupersetErrorCode.SUPERSET_TOKEN_REFUSED, "login");
        }
        Map<String, Object> body = Map.of(
                "username", password.identity(), "password", password.password(), "provider", "db", "refresh", true);
        ApiRequest request = ApiRequest.post("login", body, "security", "login");
        Answer answer = exchange.send(host, request, anonymous(), deadline, login.secrets());
        if (!(answer instanceof Answer.Received received)) {
            return ((Answer.Missing) answer).problem();
        }
        if (received.status() == 401) {
            return Problem.of(
                    SupersetErrorCode.SUPERSET_LOGIN_REFUSED,
                    "environment",
                    host.environment().value());
        }
        if (!received.isSuccess()) {
            return SupersetFailures.of(host.environment(), request, received);
        }
        String token = received.body().at("access_token").text("");
        if (!HEADER_VALUE.matcher(token).matches()) {
            return SupersetFailures.unexpected(host.environment(), request);
        }
        login.hold(token);
        return null;
    }

    private @Nullable Problem fetchCsrf() {
        String token = login.token();
        if (token == null) {
            return about(SupersetErrorCode.SUPERSET_TOKEN_REFUSED, CSRF.name());
        }
        CookieCatcher cookies = new CookieCatcher();
        Answer answer = exchange.send(host, CSRF, headers(token, null), deadline, login.secrets(), cookies);
        if (!(answer instanceof Answer.Received received)) {
            return ((Answer.Missing) answer).problem();
        }
        if (!received.isSuccess()) {
            return SupersetFailures.of(host.environment(), CSRF, received);
        }
        String csrf = received.body().at("result").text("");
        if (!HEADER_VALUE.matcher(csrf).matches()) {
            return SupersetFailures.unexpected(host.environment(), CSRF);
        }
        login.hold(new CsrfTicket(csrf, cookies.caught()));
        return null;
    }

    private Headers anonymous() {
        return new Headers.Builder()
                .add("Accept", "application/json")
                .add("Referer", host.base() + "/")
                .build();
    }

    private Headers headers(String token, @Nullable CsrfTicket ticket) {
        Headers.Builder headers = anonymous().newBuilder().add("Authorization", "Bearer " + token);
        if (ticket != null) {
            headers.add("X-CSRFToken", ticket.token());
            if (!ticket.cookies().isEmpty()) {
                headers.add("Cookie", ticket.cookieHeader());
            }
        }
        return headers.build();
    }

    private Problem about(SupersetErrorCode code, String request) {
        return Problem.of(
                code,
                "environment",
                host.environment().value(),
                "request",
                request,
                "milliseconds",
                String.valueOf(deadline.budget().toMillis()));
    }

    /** Returns the environment only. */
    @Override
    public String toString() {
        return "Conversation[" + host.environment() + "]";
    }
}
