package io.dsreview.test.recording;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.dsreview.api.canonical.JsonText;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** The few answers of a Superset that matter to a recording, with secrets made to be hard to find. */
final class SmallSuperset implements AutoCloseable {

    static final String PASSWORD = "p\u00e4 \"ss\\w&rd+/=<7>";
    static final String ACCESS_TOKEN = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOjF9.access-signature_1";
    static final String REFRESH_TOKEN = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOjF9.refresh-signature_1";
    static final String CSRF_TOKEN = "ImY3NzU.csrf.Zm9v_bar";
    static final String SESSION = "eyJjc3JmX3Rva2VuIjoiMSJ9.session.x-Y_z";
    static final String DATABASE_PASSWORD = "warehouse-pw";
    static final String EMAIL = "ann.lee@corp.example";
    static final List<String> SECRETS =
            List.of(PASSWORD, ACCESS_TOKEN, REFRESH_TOKEN, CSRF_TOKEN, SESSION, DATABASE_PASSWORD, EMAIL);

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger visits = new AtomicInteger();
    private final CountDownLatch released = new CountDownLatch(1);

    SmallSuperset() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + port());
    }

    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        released.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            switch (exchange.getRequestURI().getRawPath()) {
                case "/api/v1/security/login" ->
                    json(exchange, Map.of("access_token", ACCESS_TOKEN, "refresh_token", REFRESH_TOKEN));
                case "/api/v1/security/csrf_token/" -> csrfToken(exchange);
                case "/api/v1/dashboard/4" -> dashboard(exchange);
                case "/api/v1/sqllab/execute/" -> execute(exchange, body);
                case "/superset/dashboard/4/" -> {
                    exchange.getResponseHeaders()
                            .set("Location", uri() + "/login/?next=" + uri() + "/superset/dashboard/4/");
                    send(exchange, 302, "text/html", "<a>" + uri().getAuthority() + "</a>");
                }
                case "/broken" ->
                    send(
                            exchange,
                            500,
                            "text/html; charset=utf-8",
                            "<h1>Error</h1><input type=\"hidden\" value=\"" + CSRF_TOKEN + "\" name=\"csrf_token\">");
                case "/image" -> send(exchange, 200, "image/png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0});
                case "/large" -> send(exchange, 200, "text/plain", new byte[5_000]);
                case "/slow" -> awaitRelease(exchange);
                default -> echo(exchange, body);
            }
        }
    }

    private static void csrfToken(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders()
                .add(
                        "Set-Cookie",
                        "session=" + SESSION
                                + "; Expires=Fri, 01 Jan 2100 00:00:00 GMT; Domain=127.0.0.1; Secure; HttpOnly; Path=/");
        json(exchange, Map.of("result", CSRF_TOKEN));
    }

    /** Answers differently on every visit. */
    private void dashboard(HttpExchange exchange) throws IOException {
        json(
                exchange,
                Map.of(
                        "visits",
                        visits.incrementAndGet(),
                        "url",
                        uri() + "/superset/dashboard/4/",
                        "owner",
                        EMAIL,
                        "sqlalchemy_uri",
                        "postgresql://reader:" + DATABASE_PASSWORD + "@warehouse/sales"));
    }

    private static void execute(HttpExchange exchange, String body) throws IOException {
        Object clientId = JsonText.parse(body) instanceof Map<?, ?> request ? request.get("client_id") : null;
        String id = String.valueOf(clientId);
        json(exchange, Map.of("query", new TreeMap<>(Map.of("id", id, "key", "results-" + id)), "data", List.of(1, 2)));
    }

    private void awaitRelease(HttpExchange exchange) throws IOException {
        try {
            released.await();
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
        json(exchange, Map.of());
    }

    /** Repeats all it was sent, and the password in all the forms in which a server could print it. */
    private static void echo(HttpExchange exchange, String body) throws IOException {
        StringBuilder text = new StringBuilder(exchange.getRequestMethod() + " " + exchange.getRequestURI());
        exchange.getRequestHeaders().forEach((name, values) -> text.append("\n").append(name + ": " + values));
        text.append("\n").append(body);
        for (String prefix : List.of("", "a", "ab")) {
            byte[] secret = (prefix + PASSWORD).getBytes(UTF_8);
            text.append("\n").append(Base64.getEncoder().encodeToString(secret));
            text.append("\n").append(Base64.getUrlEncoder().encodeToString(secret));
        }
        send(exchange, 404, "text/plain; charset=utf-8", text.toString());
    }

    private static void json(HttpExchange exchange, Map<String, ?> value) throws IOException {
        send(exchange, 200, "application/json", JsonText.pretty(new TreeMap<>(value)));
    }

    private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        send(exchange, status, type, body.getBytes(UTF_8));
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Server", "gunicorn");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
