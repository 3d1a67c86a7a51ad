package io.dsreview.superset.http;

import java.util.List;
import okhttp3.Cookie;
import okhttp3.HttpUrl;
import okhttp3.Response;

/** Takes the cookies out of one answer; those meant for somewhere else are left. */
final class CookieCatcher {

    private List<Cookie> cookies = List.of();

    void look(HttpUrl url, Response response) {
        cookies = Cookie.parseAll(url, response.headers()).stream()
                .filter(cookie -> cookie.matches(url) && !cookie.value().isEmpty())
                .toList();
    }

    List<Cookie> caught() {
        return cookies;
    }
}
