package io.dsreview.live;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A session opened by the login form, as a browser does it, without any of our code under test. */
final class BrowserSession {

    private static final Pattern TOKEN =
            Pattern.compile("name=\"csrf_token\"[^>]*value=\"([^\"]+)\"|csrf_token&#34;: ?&#34;([^&]+)&#34;");

    private BrowserSession() {}

    /** Returns the value of the cookie {@code session}. */
    static String cookie(String base, String user, String password) throws IOException, InterruptedException {
        CookieManager cookies = new CookieManager();
        HttpClient browser = HttpClient.newBuilder().cookieHandler(cookies).build();
        URI login = URI.create(base + "/login/");
        String page = browser.send(
                        HttpRequest.newBuilder(login)
                                .header("Accept", "text/html")
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
        String form = "username=" + encoded(user) + "&password=" + encoded(password) + "&csrf_token="
                + encoded(formToken(page));
        browser.send(
                HttpRequest.newBuilder(login)
                        .header("Accept", "text/html")
                        .header("Referer", login.toString())
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("session"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElseThrow();
    }

    /** Returns the status of a page, as a browser that has logged in gets it. */
    static int open(String base, String user, String password, String page) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(page))
                .header("Accept", "text/html")
                .header("Cookie", "session=" + cookie(base, user, password))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static String formToken(String page) throws IOException {
        Matcher token = TOKEN.matcher(page);
        if (token.find()) {
            return token.group(1) == null ? token.group(2) : token.group(1);
        }
        throw new IOException("the login page holds no CSRF token");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
