package io.dsreview.live;

import io.dsreview.api.canonical.JsonText;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

/** Asks Superset without any of our code under test: the independent witness. */
final class PlainClient {

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;
    private final String token;

    PlainClient(String base, String user, String password) throws IOException, InterruptedException {
        this.base = base;
        this.token = String.valueOf(
                send("/api/v1/security/login", Map.of("username", user, "password", password, "provider", "db"), "")
                        .get("access_token"));
    }

    String token() {
        return token;
    }

    /** The rows that a query over a dataset gives, as Superset computes them for a chart. */
    List<?> rows(long dataset, Map<String, Object> query) throws IOException, InterruptedException {
        Map<?, ?> answer = send(
                "/api/v1/chart/data",
                Map.of(
                        "datasource",
                        Map.of("id", dataset, "type", "table"),
                        "result_type",
                        "results",
                        "result_format",
                        "json",
                        "queries",
                        List.of(query)),
                token);
        return (List<?>) ((Map<?, ?>) ((List<?>) answer.get("result")).get(0)).get("data");
    }

    private Map<?, ?> send(String path, Map<String, Object> body, String bearer)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + bearer)
                .POST(HttpRequest.BodyPublishers.ofString(JsonText.pretty(body)))
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("status " + answer.statusCode() + " from " + path);
        }
        return (Map<?, ?>) JsonText.parse(answer.body());
    }
}
