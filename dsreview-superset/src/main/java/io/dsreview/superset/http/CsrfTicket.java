package io.dsreview.superset.http;

import java.util.List;
import java.util.stream.Collectors;
import okhttp3.Cookie;

/** A CSRF token, and the cookies of the session it belongs to; one is worth nothing without the other. */
record CsrfTicket(String token, List<Cookie> cookies) {

    CsrfTicket {
        cookies = List.copyOf(cookies);
    }

    String cookieHeader() {
        return cookies.stream()
                .map(cookie -> cookie.name() + "=" + cookie.value())
                .collect(Collectors.joining("; "));
    }

    List<String> cookieValues() {
        return cookies.stream().map(Cookie::value).toList();
    }

    /** Says nothing. */
    @Override
    public String toString() {
        return "CsrfTicket[]";
    }
}
