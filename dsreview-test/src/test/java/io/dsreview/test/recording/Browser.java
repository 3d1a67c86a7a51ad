package io.dsreview.test.recording;

import io.dsreview.api.canonical.JsonText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A client with a cookie jar that does what a Superset client does. */
final class Browser {

    private final URI base;
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    Browser(URI base) {
        this.base = base;
    }

    HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET().build());
    }

    HttpResponse<String> post(String path, Map<String, ?> json, String... headers) {
        return postText(path, JsonText.pretty(json), headers);
    }

    HttpResponse<String> postText(String path, String json, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build());
    }

    HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(30));
        return headers.length == 0 ? request : request.headers(headers);
    }

    /** Logs in and asks for everything once; returns what a caller could see. */
    List<String> walk(String password, String clientId) {
        List<String> seen = new ArrayList<>();
        HttpResponse<String> login =
                post("/api/v1/security/login", Map.of("username", "ann", "password", password, "provider", "db"));
        String token = field(login, "access_token");
        String bearer = "Bearer " + token;
        HttpResponse<String> csrf = get("/api/v1/security/csrf_token/", "Authorization", bearer);
        String csrfToken = field(csrf, "result");
        List<HttpResponse<String>> answers = List.of(
                get("/api/v1/dashboard/4", "Authorization", bearer, "Accept", "application/json"),
                get("/api/v1/dashboard/4", "Authorization", bearer, "Accept", "application/json"),
                post(
                        "/api/v1/sqllab/execute/",
                        Map.of("sql", "SELECT 1", "client_id", clientId),
                        "Authorization",
                        bearer,
                        "X-CSRFToken",
                        csrfToken),
                get("/superset/dashboard/4/"),
                get("/broken"),
                get("/echo/" + token + "?t=" + encoded(token) + "&again=" + encoded(password)),
                post(
                        "/echo",
                        Map.of("text", "it is " + password, "nested", JsonText.pretty(Map.of("note", password))),
                        "Authorization",
                        bearer,
                        "X-CSRFToken",
                        csrfToken));
        answers.forEach(answer -> seen.add(shown(answer)));
        return seen;
    }

    static String field(HttpResponse<String> response, String name) {
        return JsonText.parse(response.body()) instanceof Map<?, ?> object ? String.valueOf(object.get(name)) : "";
    }

    private String shown(HttpResponse<String> answer) {
        String body = answer.body();
        if (answer.headers().firstValue("content-type").orElse("").contains("json")) {
            body = JsonText.pretty(JsonText.parse(body));
        }
        String shown = answer.statusCode() + " "
                + answer.headers().firstValue("location").orElse("") + " "
                + answer.headers().firstValue("content-type").orElse("") + " " + body;
        return shown.replace(base.getAuthority(), "PROXY");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
