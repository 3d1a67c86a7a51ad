package io.dsreview.superset.http;

import io.dsreview.superset.error.SupersetErrorCode;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import okhttp3.Cookie;
import okhttp3.HttpUrl;
import okhttp3.Response;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/** Makes an answer of what came over the wire, up to a size. Thread-safe. */
final class AnswerReader {

    private static final int TOO_MANY_REQUESTS = 429;
    private static final Json NOTHING = Json.parse("{}");

    private final int maxBytes;

    AnswerReader(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    Answer read(SupersetHost host, ApiRequest request, Response response, Secrets secrets) throws IOException {
        int status = response.code();
        if (status >= 300 && status < 400) {
            String target = response.header("Location", "");
            boolean login = target != null && target.toLowerCase(Locale.ROOT).contains("/login");
            SupersetErrorCode code =
                    login ? SupersetErrorCode.SUPERSET_LOGIN_DEMANDED : SupersetErrorCode.SUPERSET_REDIRECTED;
            return new Answer.Missing(SupersetFailures.problem(code, host, request), false);
        }
        byte[] bytes = bytes(response);
        if (bytes == null) {
            return new Answer.Missing(
                    SupersetFailures.problem(
                            SupersetErrorCode.SUPERSET_ANSWER_TOO_LARGE,
                            host,
                            request,
                            "limit",
                            String.valueOf(maxBytes)),
                    true);
        }
        Json body = request.format() == ApiRequest.Format.BOOTSTRAP ? BootstrapPage.data(bytes) : Json.parse(bytes);
        if (!body.isDocument() && status == TOO_MANY_REQUESTS) {
            body = NOTHING; // says enough without a body, and a proxy may have said it
        }
        if (!body.isDocument()) {
            SupersetErrorCode code = SupersetFailures.isGateway(status)
                    ? SupersetErrorCode.SUPERSET_UNAVAILABLE
                    : SupersetErrorCode.SUPERSET_ANSWER_NOT_JSON;
            return new Answer.Missing(
                    SupersetFailures.problem(code, host, request, "status", String.valueOf(status)), true);
        }
        return new Answer.Received(status, body, secrets, RetryAfter.of(response.headers()), cookies(response));
    }

    /** Returns the cookies that come with an answer; those meant for somewhere else are left. */
    private static List<Cookie> cookies(Response response) {
        HttpUrl url = response.request().url();
        return Cookie.parseAll(url, response.headers()).stream()
                .filter(cookie -> cookie.matches(url) && !cookie.value().isEmpty())
                .toList();
    }

    /** Returns the body, or null if it is too large. */
    private byte @Nullable [] bytes(Response response) throws IOException {
        BufferedSource source = response.body().source();
        return source.request(maxBytes + 1L) ? null : source.readByteArray();
    }
}
