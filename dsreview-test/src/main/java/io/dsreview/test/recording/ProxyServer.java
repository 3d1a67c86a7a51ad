package io.dsreview.test.recording;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.dsreview.test.recording.exchange.RawRequest;
import io.dsreview.test.recording.exchange.RawResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** The loopback side: one HTTP server on 127.0.0.1 with daemon threads only. */
final class ProxyServer implements AutoCloseable {

    private static final int THREADS = 16;
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    /** Answers the requests, several at a time, on the threads of the server. */
    interface Responder {

        RawResponse respond(RawRequest request) throws Refusal;
    }

    private final HttpServer server;
    private final ExecutorService threads;
    private final int maxBodyBytes;

    private ProxyServer(HttpServer server, int maxBodyBytes) {
        this.server = server;
        this.maxBodyBytes = maxBodyBytes;
        this.threads = Executors.newFixedThreadPool(THREADS, task -> daemon(task, "recording-proxy"));
    }

    /** Takes the port; nobody is answered before {@link #start}. */
    static ProxyServer bind(RecordingRules rules) {
        try {
            InetAddress loopback = InetAddress.getByAddress("127.0.0.1", new byte[] {127, 0, 0, 1});
            return new ProxyServer(
                    HttpServer.create(new InetSocketAddress(loopback, rules.port()), 0), rules.maxBodyBytes());
        } catch (IOException taken) {
            throw new UncheckedIOException(
                    "Port " + rules.port() + " on 127.0.0.1 cannot be used: choose another, or 0 for a free one",
                    taken);
        }
    }

    Address address() {
        return new Address("http", "127.0.0.1", server.getAddress().getPort());
    }

    void start(Responder responder) {
        server.createContext("/", exchange -> handle(exchange, responder));
        server.setExecutor(threads);
        // The server's own thread inherits "daemon" from the thread that starts it.
        Thread starter = daemon(server::start, "recording-proxy-start");
        starter.start();
        joinUninterruptibly(starter);
    }

    /** Does not wait for exchanges under way: their connections are cut and their threads interrupted. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        try {
            threads.awaitTermination(2, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void handle(HttpExchange exchange, Responder responder) throws IOException {
        try (exchange) {
            send(exchange, respond(exchange, responder));
        }
    }

    private RawResponse respond(HttpExchange exchange, Responder responder) throws IOException {
        try {
            return responder.respond(read(exchange));
        } catch (Refusal refusal) {
            return refusal.response();
        } catch (RuntimeException broken) {
            String where = broken.getClass().getSimpleName();
            return new Refusal(500, "proxy-failed", "The recording proxy failed: " + where + ".", "Report it as a bug.")
                    .response();
        }
    }

    private RawRequest read(HttpExchange exchange) throws IOException, Refusal {
        String method = exchange.getRequestMethod();
        String path = exchange.getRequestURI().getRawPath();
        if (!METHODS.contains(method)) {
            throw new Refusal(
                    405,
                    "method-refused",
                    "The proxy does not pass on this method.",
                    "Use one of " + String.join(", ", METHODS.stream().sorted().toList()) + ".");
        }
        if (path == null || !path.startsWith("/")) {
            throw new Refusal(400, "path-refused", "A path begins with a slash, this one does not.", "Ask for /….");
        }
        byte[] body = exchange.getRequestBody().readNBytes(maxBodyBytes + 1);
        if (body.length > maxBodyBytes) {
            throw new Refusal(
                    413,
                    "request-too-large",
                    "A request body has at most " + maxBodyBytes + " bytes, this one has more.",
                    "Raise maxBodyBytes in the RecordingRules.");
        }
        String query = exchange.getRequestURI().getRawQuery();
        Map<String, List<String>> headers = new LinkedHashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
        return new RawRequest(method, path, query == null ? "" : query, headers, body);
    }

    private static void send(HttpExchange exchange, RawResponse response) throws IOException {
        response.headers()
                .forEach((name, values) -> exchange.getResponseHeaders().put(name, values));
        boolean bodiless = exchange.getRequestMethod().equals("HEAD")
                || response.body().length == 0
                || response.status() == 204
                || response.status() == 304;
        exchange.sendResponseHeaders(response.status(), bodiless ? -1 : response.body().length);
        if (!bodiless) {
            exchange.getResponseBody().write(response.body());
        }
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    private static void joinUninterruptibly(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
