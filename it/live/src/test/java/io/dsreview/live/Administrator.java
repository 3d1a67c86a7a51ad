package io.dsreview.live;

import io.dsreview.api.canonical.JsonText;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

/**
 * Changes things in a Superset as its administrator, without any of our code under test. Logs in anew for each request, since
 * what was changed must be undone even where tokens live for seconds.
 */
final class Administrator {

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final Bed bed;
    private final String csrf;

    Administrator(Bed bed) throws IOException {
        this.bed = bed;
        this.csrf = String.valueOf(get("/api/v1/security/csrf_token/").get("result"));
    }

    Map<?, ?> get(String path) throws IOException {
        return object(request(path).GET().build());
    }

    Map<?, ?> put(String path, Map<String, ?> body) throws IOException {
        return object(changing(path)
                .PUT(BodyPublishers.ofString(JsonText.pretty(body)))
                .build());
    }

    Map<?, ?> post(String path, Map<String, ?> body) throws IOException {
        return object(changing(path)
                .POST(BodyPublishers.ofString(JsonText.pretty(body)))
                .build());
    }

    void delete(String path) throws IOException {
        object(changing(path).DELETE().build());
    }

    boolean knows(String path) throws IOException {
        return send(request(path).GET().build()).statusCode() == 200;
    }

    /** Permissions that a role has lost, until this is closed. */
    record Taken(Administrator administrator, String path, List<?> before, int permissions) implements AutoCloseable {

        @Override
        public void close() throws IOException {
            administrator.post(path, Map.of("permission_view_menu_ids", before));
        }
    }

    /** Takes the permissions of a role that are about something whose name holds the given text. */
    Taken take(String role, String about) throws IOException {
        Object id = ((List<?>) get("/api/v1/security/roles/?q=(page_size:100)").get("result"))
                .stream()
                        .map(each -> (Map<?, ?>) each)
                        .filter(each -> role.equals(each.get("name")))
                        .findFirst()
                        .orElseThrow()
                        .get("id");
        List<Map<?, ?>> had = ((List<?>)
                        get("/api/v1/security/roles/" + id + "/permissions/").get("result"))
                .stream().<Map<?, ?>>map(each -> (Map<?, ?>) each).toList();
        List<?> left = had.stream()
                .filter(each -> !String.valueOf(each.get("view_menu_name")).contains(about))
                .map(each -> each.get("id"))
                .toList();
        String path = "/api/v1/security/roles/" + id + "/permissions";
        post(path, Map.of("permission_view_menu_ids", left));
        return new Taken(this, path, had.stream().map(each -> each.get("id")).toList(), had.size() - left.size());
    }

    private HttpRequest.Builder changing(String path) throws IOException {
        return request(path)
                .header("Content-Type", "application/json")
                .header("X-CSRFToken", csrf)
                .header("Referer", bed.base() + "/");
    }

    private HttpRequest.Builder request(String path) throws IOException {
        return HttpRequest.newBuilder(URI.create(bed.base() + path))
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + token());
    }

    private Map<?, ?> object(HttpRequest request) throws IOException {
        HttpResponse<String> answer = send(request);
        if (answer.statusCode() < 200 || answer.statusCode() > 299) {
            throw new IOException(request.method() + " " + request.uri().getPath() + " answered " + answer.statusCode()
                    + ": " + answer.body());
        }
        return (Map<?, ?>) JsonText.parse(answer.body());
    }

    private String token() throws IOException {
        try {
            return new PlainClient(bed.base(), "admin", bed.password("admin")).token();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while logging in");
        }
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException(
                    "interrupted while " + request.uri().getPath() + " was asked");
        }
    }
}
