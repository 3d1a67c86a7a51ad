package io.dsreview.superset.http;

import io.dsreview.api.error.Problem;
import io.dsreview.superset.error.SupersetErrorCode;
import io.dsreview.superset.seam.Deadline;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One request, one answer: no redirect is followed, nothing is repeated, sizes and times are bounded. Thread-safe. */
final class HttpExchange {

    private static final Logger LOG = LoggerFactory.getLogger(HttpExchange.class);

    private final OkHttpClient http;
    private final int maxResponseBytes;

    HttpExchange(HttpLimits limits) {
        this.maxResponseBytes = limits.maxResponseBytes();
        this.http = new OkHttpClient.Builder()
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false)
                .connectTimeout(limits.connect())
                .readTimeout(limits.read())
                .writeTimeout(limits.read())
                .proxy(limits.proxy())
                // No connection is used twice: nothing is repeated here, and a server may close an idle connection just
                // as the next request is on its way, which would lose a launch.
                .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
                .eventListenerFactory(SentMark.FACTORY)
                .build();
    }

    Answer send(SupersetHost host, ApiRequest request, Headers headers, Deadline deadline, Secrets secrets) {
        return send(host, request, headers, deadline, secrets, new CookieCatcher());
    }

    Answer send(
            SupersetHost host,
            ApiRequest request,
            Headers headers,
            Deadline deadline,
            Secrets secrets,
            CookieCatcher cookies) {
        long left = deadline.left().toNanos();
        if (left <= 0) {
            return new Answer.Missing(timeout(host, request, deadline), false);
        }
        SentMark sent = new SentMark();
        Request.Builder builder =
                new Request.Builder().url(url(host, request)).headers(headers).tag(SentMark.class, sent);
        if (request.body() != null) {
            builder.post(new JsonBody(Json.write(request.body())));
        }
        Call call = http.newCall(builder.build());
        call.timeout().timeout(left, TimeUnit.NANOSECONDS);
        try (Response response = call.execute()) {
            LOG.debug("{}: {} answered {}", host.environment(), request.name(), response.code());
            cookies.look(call.request().url(), response);
            return received(host, request, response, secrets);
        } catch (IOException broken) {
            SupersetErrorCode code = code(broken, sent.isSent());
            LOG.debug("{}: {} failed with {}", host.environment(), request.name(), code);
            Problem problem = code == SupersetErrorCode.SUPERSET_TIMEOUT
                    ? timeout(host, request, deadline)
                    : problem(code, host, request);
            return new Answer.Missing(problem, sent.isSent());
        }
    }

    void close() {
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }

    private Answer received(SupersetHost host, ApiRequest request, Response response, Secrets secrets)
            throws IOException {
        if (response.code() >= 300 && response.code() < 400) {
            String target = response.header("Location", "");
            boolean login = target != null && target.toLowerCase(Locale.ROOT).contains("/login");
            SupersetErrorCode code =
                    login ? SupersetErrorCode.SUPERSET_LOGIN_DEMANDED : SupersetErrorCode.SUPERSET_REDIRECTED;
            return new Answer.Missing(problem(code, host, request), false);
        }
        byte[] bytes = bytes(response);
        if (bytes == null) {
            Problem tooLarge = Problem.of(
                    SupersetErrorCode.SUPERSET_ANSWER_TOO_LARGE,
                    "environment",
                    host.environment().value(),
                    "request",
                    request.name(),
                    "limit",
                    String.valueOf(maxResponseBytes));
            return new Answer.Missing(tooLarge, true);
        }
        Json body = Json.parse(bytes);
        if (!body.isDocument()) {
            Problem notJson = Problem.of(
                    SupersetErrorCode.SUPERSET_ANSWER_NOT_JSON,
                    "environment",
                    host.environment().value(),
                    "request",
                    request.name(),
                    "status",
                    String.valueOf(response.code()));
            return new Answer.Missing(notJson, true);
        }
        return new Answer.Received(response.code(), body, secrets);
    }

    /** Returns the body, or null if it is too large. */
    private byte @Nullable [] bytes(Response response) throws IOException {
        BufferedSource source = response.body().source();
        return source.request(maxResponseBytes + 1L) ? null : source.readByteArray();
    }

    static HttpUrl url(SupersetHost host, ApiRequest request) {
        HttpUrl base = HttpUrl.get(host.base().toString());
        HttpUrl.Builder builder = base.newBuilder().addPathSegment("api").addPathSegment("v1");
        request.path().forEach(builder::addPathSegment);
        request.query().forEach(builder::addQueryParameter);
        HttpUrl url = builder.build();
        boolean within = url.scheme().equals(base.scheme())
                && url.host().equals(base.host())
                && url.port() == base.port()
                && url.username().isEmpty()
                && url.encodedPath().startsWith(base.encodedPath());
        if (!within) {
            throw new IllegalStateException(
                    "the request '" + request.name() + "' would leave the environment " + host.environment());
        }
        return url;
    }

    private static SupersetErrorCode code(IOException broken, boolean sent) {
        if (Thread.currentThread().isInterrupted()) {
            return SupersetErrorCode.SUPERSET_INTERRUPTED;
        }
        if (broken instanceof SocketTimeoutException || broken instanceof InterruptedIOException) {
            return SupersetErrorCode.SUPERSET_TIMEOUT;
        }
        return sent ? SupersetErrorCode.SUPERSET_ANSWER_INCOMPLETE : SupersetErrorCode.SUPERSET_UNREACHABLE;
    }

    private static Problem timeout(SupersetHost host, ApiRequest request, Deadline deadline) {
        return Problem.of(
                SupersetErrorCode.SUPERSET_TIMEOUT,
                "environment",
                host.environment().value(),
                "request",
                request.name(),
                "milliseconds",
                String.valueOf(deadline.budget().toMillis()));
    }

    private static Problem problem(SupersetErrorCode code, SupersetHost host, ApiRequest request) {
        return Problem.of(code, "environment", host.environment().value(), "request", request.name());
    }
}
