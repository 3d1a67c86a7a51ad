package io.dsreview.superset.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/** What is shown to Superset as proof of an identity: a token, or the cookie of a session. */
record Access(@Nullable String token, Map<String, String> cookies) {

    /** No proof: nobody in particular asks. */
    static final Access ANONYMOUS = new Access(null, Map.of());

    private static final Pattern HEADER_VALUE = Pattern.compile("[!-~]+");

    Access {
        cookies = Map.copyOf(cookies);
    }

    static Access token(String token) {
        return new Access(token, Map.of());
    }

    static Access cookie(String name, String value) {
        return new Access(null, Map.of(name, value));
    }

    /** Tells whether a token can stand in a header. */
    static boolean isHeaderValue(@Nullable String token) {
        return token != null && HEADER_VALUE.matcher(token).matches();
    }

    /** Returns the headers of a request: who asks, from where, for what, and with which CSRF ticket. */
    Headers headers(SupersetHost host, ApiRequest request, @Nullable CsrfTicket ticket) {
        boolean page = request.format() == ApiRequest.Format.BOOTSTRAP;
        Headers.Builder headers = new Headers.Builder()
                .add("Accept", page ? "text/html" : "application/json")
                .add("Referer", host.base() + "/");
        if (token != null) {
            headers.add("Authorization", "Bearer " + token);
        }
        Map<String, String> sent = new LinkedHashMap<>(cookies);
        if (ticket != null) {
            headers.add("X-CSRFToken", ticket.token());
            ticket.cookies().forEach(cookie -> sent.put(cookie.name(), cookie.value()));
        }
        if (!sent.isEmpty()) {
            headers.add(
                    "Cookie",
                    sent.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return headers.build();
    }

    /** Says nothing. */
    @Override
    public String toString() {
        return "Access[]";
    }
}
