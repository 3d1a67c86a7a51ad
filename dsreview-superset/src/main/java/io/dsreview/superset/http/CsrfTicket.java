package io.dsreview.superset.http;

import java.util.List;
import okhttp3.Cookie;

/**
 * A CSRF token, and the cookies of the session it belongs to; one is worth nothing without the other. That is why cookies
 * that come with other answers are not kept: Superset gives each such answer a new session that knows no CSRF token.
 */
record CsrfTicket(String token, List<Cookie> cookies) {

    CsrfTicket {
        cookies = List.copyOf(cookies);
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
