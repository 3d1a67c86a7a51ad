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

/** Asks Superset without any of our code under test: the independent witness. Not thread-safe. */
final class PlainClient {

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;
    private final Map<String, Object> login;
    private String token;

    PlainClient(String base, String user, String password) throws IOException, InterruptedException {
        this.base = base;
        this.login = Map.of("username", user, "password", password, "provider", "db");
        this.token = logIn();
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
        HttpResponse<String> answer = authorized(to("/api/v1/chart/data").POST(json(body)));
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
        return (Map<String, Object>) object(authorized(to(path)));
    }

    private HttpResponse<String> chartData(long dataset, Map<String, Object> query, String resultType)
            throws IOException, InterruptedException {
        return authorized(to("/api/v1/chart/data")
                .POST(json(Map.of(
                        "datasource",
                        Map.of("id", dataset, "type", "table"),
                        "result_type",
                        resultType,
                        "result_format",
                        "json",
                        "queries",
                        List.of(query)))));
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

    private String logIn() throws IOException, InterruptedException {
        return String.valueOf(
                object(send(to("/api/v1/security/login").POST(json(login)))).get("access_token"));
    }

    /** A token expires after a quarter of an hour, and a test may wait longer than that for its turn. */
    private HttpResponse<String> authorized(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(request.setHeader("Authorization", "Bearer " + token));
        if (answer.statusCode() != 401) {
            return answer;
        }
        token = logIn();
        answer = send(request.setHeader("Authorization", "Bearer " + token));
        if (answer.statusCode() == 401) {
            throw new IOException("status 401 from " + answer.uri().getPath() + " with a new token");
        }
        return answer;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .header("Accept", "application/json")
                .header("Content-Type", "application/json");
    }

    private static HttpRequest.BodyPublisher json(Map<String, Object> body) {
        return HttpRequest.BodyPublishers.ofString(JsonText.pretty(body));
    }
}
