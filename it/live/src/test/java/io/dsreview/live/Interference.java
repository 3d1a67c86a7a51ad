package io.dsreview.live;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Headers;
import okio.Buffer;
import okio.ByteString;

/**
 * A way to a running Superset, on loopback, that hands everything on unless it is told to disturb it: on the way there by
 * other headers, on the way back by another answer.
 */
final class Interference implements AutoCloseable {

    private static final Set<String> OF_THE_CONNECTION =
            Set.of("host", "connection", "content-length", "transfer-encoding", "accept-encoding", "date", "server");

    private final MockWebServer server = new MockWebServer();
    private final HttpClient http = HttpClient.newHttpClient();
    private final URI upstream;
    private final List<String> requested = new CopyOnWriteArrayList<>();
    private volatile Disturbance disturbance = Disturbance.NONE;

    /**
     * What is done to the requests whose line begins as given, such as {@code GET /api/v1/dataset/3}.
     *
     * @param line how the line of a request begins; an empty one is that of all
     * @param there what becomes of the request's headers
     * @param back what becomes of the answer; not called for one that is not asked for
     * @param times how often it is done
     */
    record Disturbance(
            String line, UnaryOperator<Map<String, String>> there, UnaryOperator<MockResponse> back, int times) {

        static final Disturbance NONE = new Disturbance("", UnaryOperator.identity(), UnaryOperator.identity(), 0);
    }

    Interference(String upstream) throws IOException {
        this.upstream = URI.create(upstream);
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
                return answer(request);
            }
        });
        server.start();
    }

    String base() {
        return "http://127.0.0.1:" + server.getPort();
    }

    /** A link to the Superset behind, as a link through this. */
    String link(String link) {
        return base() + link.substring(upstream.toString().length());
    }

    /** Answers the next requests of a line otherwise than Superset does, which is asked all the same. */
    void answers(String line, UnaryOperator<MockResponse> answer) {
        disturbance = new Disturbance(line, UnaryOperator.identity(), answer, Integer.MAX_VALUE);
    }

    /** Hands the next request of a line on with other headers. */
    void sends(String line, int times, UnaryOperator<Map<String, String>> headers) {
        disturbance = new Disturbance(line, headers, UnaryOperator.identity(), times);
    }

    void stop() {
        disturbance = Disturbance.NONE;
    }

    /** The lines of the requests since the last time this was asked. */
    List<String> newRequests() {
        List<String> since = List.copyOf(requested);
        requested.clear();
        return since;
    }

    private MockResponse answer(RecordedRequest request) throws InterruptedException {
        String line = request.getMethod() + " " + request.getTarget();
        requested.add(line.replaceFirst("\\?.*", ""));
        Disturbance now = take(line);
        try {
            return now.back().apply(handOn(request, now));
        } catch (IOException broken) {
            throw new IllegalStateException("the Superset behind does not answer " + line, broken);
        }
    }

    private synchronized Disturbance take(String line) {
        Disturbance now = disturbance;
        if (now.times() == 0 || !line.startsWith(now.line())) {
            return Disturbance.NONE;
        }
        disturbance = new Disturbance(now.line(), now.there(), now.back(), now.times() - 1);
        return now;
    }

    private MockResponse handOn(RecordedRequest request, Disturbance now) throws IOException, InterruptedException {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        request.getHeaders().forEach(header -> headers.put(header.getFirst(), header.getSecond()));
        ByteString body = request.getBody();
        HttpRequest.Builder onward = HttpRequest.newBuilder(URI.create(upstream + request.getTarget()))
                .method(
                        request.getMethod(),
                        body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body.toByteArray()));
        now.there().apply(headers).forEach((name, value) -> {
            if (!OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
                onward.header(name, value);
            }
        });
        HttpResponse<byte[]> answer = http.send(onward.build(), BodyHandlers.ofByteArray());
        Headers.Builder back = new Headers.Builder();
        Set<String> skipped = new HashSet<>(OF_THE_CONNECTION);
        answer.headers().map().forEach((name, values) -> {
            if (!skipped.contains(name.toLowerCase(Locale.ROOT)) && !name.startsWith(":")) {
                values.forEach(value -> back.addUnsafeNonAscii(name, value));
            }
        });
        return new MockResponse.Builder()
                .code(answer.statusCode())
                .headers(back.build())
                .body(new Buffer().write(answer.body()))
                .build();
    }

    @Override
    public void close() {
        server.close();
    }
}
