package io.dsreview.live;

import io.dsreview.api.canonical.JsonText;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks Superset without any of our code under test: the independent witness. */
final class PlainClient {

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;
    private final String token;

    PlainClient(String base, String user, String password) throws IOException, InterruptedException {
        this.base = base;
        this.token = String.valueOf(object(send(
                        "/api/v1/security/login", Map.of("username", user, "password", password, "provider", "db"), ""))
                .get("access_token"));
    }

    String token() {
        return token;
    }

    /** The rows that a query over a dataset gives, as Superset computes them for a chart. */
    List<?> rows(long dataset, Map<String, Object> query) throws IOException, InterruptedException {
        return (List<?>) result(chartData(dataset, query, "results")).get("data");
    }

    /** The SQL that Superset makes of a query over a dataset; empty where it cannot make any. */
    Optional<String> sql(long dataset, Map<String, Object> query) throws IOException, InterruptedException {
        HttpResponse<String> answer = chartData(dataset, query, "query");
        if (answer.statusCode() != 200) {
            return Optional.empty();
        }
        Map<?, ?> result = result(answer);
        return result.get("error") == null ? Optional.ofNullable((String) result.get("query")) : Optional.empty();
    }

    /** What Superset answers to a request that its own page made; empty where it answers with an error. */
    Optional<Map<?, ?>> answerTo(Map<?, ?> pageRequest) throws IOException, InterruptedException {
        Map<String, Object> body = new LinkedHashMap<>();
        pageRequest.forEach((name, value) -> body.put((String) name, value));
        HttpResponse<String> answer = send("/api/v1/chart/data", body, token);
        if (answer.statusCode() != 200) {
            return Optional.empty();
        }
        Map<?, ?> result = result(answer);
        return result.get("error") == null ? Optional.of(result) : Optional.empty();
    }

    /** How often exactly this SQL is in the history of queries. */
    long runs(String sql) throws IOException, InterruptedException {
        String recent = "(order_column:changed_on,order_direction:desc,page:0,page_size:100)";
        return ((List<?>) get("/api/v1/query/?q=" + recent).get("result"))
                .stream()
                        .filter(query -> sql.equals(((Map<?, ?>) query).get("sql")))
                        .count();
    }

    /** What is found at a path. */
    @SuppressWarnings("unchecked")
    Map<String, Object> get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + token)
                .build();
        return (Map<String, Object>) object(http.send(request, HttpResponse.BodyHandlers.ofString()));
    }

    private HttpResponse<String> chartData(long dataset, Map<String, Object> query, String resultType)
            throws IOException, InterruptedException {
        return send(
                "/api/v1/chart/data",
                Map.of(
                        "datasource",
                        Map.of("id", dataset, "type", "table"),
                        "result_type",
                        resultType,
                        "result_format",
                        "json",
                        "queries",
                        List.of(query)),
                token);
    }

    private static Map<?, ?> result(HttpResponse<String> answer) throws IOException {
        return (Map<?, ?>) ((List<?>) object(answer).get("result")).get(0);
    }

    private static Map<?, ?> object(HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() != 200) {
            throw new IOException(
                    "status " + answer.statusCode() + " from " + answer.uri().getPath());
        }
        return (Map<?, ?>) JsonText.parse(answer.body());
    }

    private HttpResponse<String> send(String path, Map<String, Object> body, String bearer)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + bearer)
                .POST(HttpRequest.BodyPublishers.ofString(JsonText.pretty(body)))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
