package io.dsreview.superset.http;

import io.dsreview.api.error.Problem;
import io.dsreview.api.superset.SupersetCredential.Password;
import io.dsreview.api.superset.SupersetCredential.Tokens;
import io.dsreview.superset.error.SupersetErrorCode;
import io.dsreview.superset.seam.Deadline;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Gets one identity the proof and the CSRF ticket that its requests need: by refreshing, by a login, or from the host.
 * Thread-safe; of many threads that need the same, one fetches it.
 */
final class Authentication {

    private static final ApiRequest CSRF = ApiRequest.get("csrf token", "security", "csrf_token", "");
    private static final ApiRequest REFRESH =
            ApiRequest.post("token refresh", Map.of(), "security", "refresh").asSafe();
    private static final ApiRequest TOKEN = ApiRequest.get("token of the host");

    private final Transport transport;
    private final Login login;
    private final Deadline deadline;

    Authentication(Transport transport, Login login, Deadline deadline) {
        this.transport = transport;
        this.login = login;
        this.deadline = deadline;
    }

    /** Returns why the identity cannot be used, after asking Superset. */
    @Nullable
    Problem probe() {
        if (login.credential() instanceof Password password) {
            return logIn(password);
        }
        Problem problem = login.access() == null ? locked(this::renew) : null;
        return problem != null ? problem : fetchCsrfWithFreshProof();
    }

    /** Returns why the request cannot be sent, or null once proof and ticket are there. */
    @Nullable
    Problem prepare(boolean csrf) {
        if (login.access() == null) {
            Problem problem = locked(() -> login.access() == null ? renew() : null);
            if (problem != null) {
                return problem;
            }
        }
        if (!csrf || login.csrf() != null) {
            return null;
        }
        return locked(() -> login.csrf() == null ? fetchCsrfWithFreshProof() : null);
    }

    private @Nullable Problem locked(Supplier<@Nullable Problem> fetch) {
        try {
            if (!login.tryLock(deadline.left())) {
                return timeout(CSRF);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return problem(SupersetErrorCode.SUPERSET_INTERRUPTED, CSRF);
        }
        try {
            return fetch.get();
        } finally {
            login.unlock();
        }
    }

    private @Nullable Problem renew() {
        if (login.credential() instanceof Password password) {
            return refresh() ? null : logIn(password);
        }
        return login.credential() instanceof Tokens tokens
                ? ask(tokens)
                : problem(SupersetErrorCode.SUPERSET_TOKEN_REFUSED, TOKEN);
    }

    /** Gets another token for the refresh token; false if there is none, or it is not good any more. */
    private boolean refresh() {
        String refreshToken = login.takeRefreshToken();
        if (refreshToken == null) {
            return false;
        }
        Answer answer = transport.send(REFRESH, Access.token(refreshToken), null, deadline, login.secrets());
        if (!(answer instanceof Answer.Received received) || !received.isSuccess()) {
            return false;
        }
        String token = received.body().at("access_token").text("");
        if (!Access.isHeaderValue(token)) {
            return false;
        }
        login.hold(Access.token(token));
        login.holdRefreshToken(refreshToken);
        return true;
    }

    private @Nullable Problem logIn(Password password) {
        Map<String, Object> body = Map.of(
                "username", password.identity(),
                "password", password.password(),
                "provider", password.provider().name().toLowerCase(Locale.ROOT),
                "refresh", true);
        ApiRequest request = ApiRequest.post("login", body, "security", "login").asSafe();
        Answer answer = transport.send(request, Access.ANONYMOUS, null, deadline, login.secrets());
        if (!(answer instanceof Answer.Received received)) {
            return ((Answer.Missing) answer).problem();
        }
        if (received.status() == 401) {
            return problem(SupersetErrorCode.SUPERSET_LOGIN_REFUSED, request);
        }
        if (received.status() == 400) {
            return SupersetFailures.problem(
                    SupersetErrorCode.SUPERSET_LOGIN_NOT_OFFERED,
                    transport.host(),
                    request,
                    "serverSays",
                    received.words().says());
        }
        if (!received.isSuccess()) {
            return SupersetFailures.of(transport.host().environment(), request, received);
        }
        String token = received.body().at("access_token").text("");
        if (!Access.isHeaderValue(token)) {
            return SupersetFailures.unexpected(transport.host().environment(), request);
        }
        login.hold(Access.token(token));
        String refreshToken = received.body().at("refresh_token").text("");
        if (Access.isHeaderValue(refreshToken)) {
            login.holdRefreshToken(refreshToken);
        }
        return null;
    }

    /** Asks the host's own code, which may do anything, on another thread, so that the deadline holds. */
    private @Nullable Problem ask(Tokens tokens) {
        Future<@Nullable String> asked;
        try {
            asked = transport.threads().submit(() -> tokens.supplier().get());
        } catch (RejectedExecutionException closed) {
            return problem(SupersetErrorCode.SUPERSET_CLOSED, TOKEN);
        }
        try {
            String token = asked.get(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
            if (token == null || !Access.isHeaderValue(token)) {
                return problem(SupersetErrorCode.SUPERSET_CREDENTIAL_UNUSABLE, TOKEN);
            }
            login.hold(Access.token(token));
            return null;
        } catch (ExecutionException hostFailed) {
            return problem(SupersetErrorCode.SUPERSET_CREDENTIAL_UNUSABLE, TOKEN);
        } catch (TimeoutException late) {
            asked.cancel(true);
            return timeout(TOKEN);
        } catch (InterruptedException interrupted) {
            asked.cancel(true);
            Thread.currentThread().interrupt();
            return problem(SupersetErrorCode.SUPERSET_INTERRUPTED, TOKEN);
        }
    }

    private @Nullable Problem fetchCsrfWithFreshProof() {
        Access used = login.access();
        Problem problem = fetchCsrf(used);
        if (problem == null || !problem.is(SupersetErrorCode.SUPERSET_TOKEN_REFUSED) || !login.isRenewable()) {
            return problem;
        }
        Problem refused = renew();
        return refused != null ? refused : fetchCsrf(login.access());
    }

    private @Nullable Problem fetchCsrf(@Nullable Access access) {
        if (access == null) {
            return problem(SupersetErrorCode.SUPERSET_TOKEN_REFUSED, CSRF);
        }
        Answer answer = transport.send(CSRF, access, null, deadline, login.secrets());
        if (!(answer instanceof Answer.Received received)) {
            return ((Answer.Missing) answer).problem();
        }
        if (!received.isSuccess()) {
            return SupersetFailures.of(transport.host().environment(), CSRF, received);
        }
        String csrf = received.body().at("result").text("");
        if (!Access.isHeaderValue(csrf)) {
            return SupersetFailures.unexpected(transport.host().environment(), CSRF);
        }
        login.hold(new CsrfTicket(csrf, received.cookies()));
        return null;
    }

    private Problem problem(SupersetErrorCode code, ApiRequest request) {
        return SupersetFailures.problem(code, transport.host(), request);
    }

    private Problem timeout(ApiRequest request) {
        return SupersetFailures.timed(SupersetErrorCode.SUPERSET_TIMEOUT, transport.host(), request, deadline.budget());
    }
}
