package io.dsreview.benchmarks.recovery;

import io.dsreview.test.recording.exchange.Answered;
import io.dsreview.test.recording.file.Recording;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;

/**
 * A web server on the loopback interface that notes each request, and either passes it on to a Superset or answers what a
 * Superset once answered. Thread-safe.
 */
final class Witness implements AutoCloseable {

    /** Held, because a logger that nobody holds forgets its level: each request would be a line. */
    private static final Logger CHATTER = Logger.getLogger(MockWebServer.class.getName());

    private final MockWebServer server = new MockWebServer();
    private final List<NotedRequest> noted = new CopyOnWriteArrayList<>();

    private Witness(Function<RecordedRequest, MockResponse> answers) {
        CHATTER.setLevel(Level.WARNING);
        server.setServerSocketFactory(new PromptSockets());
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                noted.add(NotedRequest.of(request.getMethod(), request.getTarget(), request.getHeaders()));
                return answers.apply(request);
            }
        });
        try {
            server.start();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Stands before a Superset. */
    static Witness before(URI superset) {
        OkHttpClient client = new OkHttpClient.Builder().followRedirects(false).build();
        return new Witness(request -> passedOn(client, superset, request));
    }

    /** Answers what was recorded, each answer after a time; a request that was not recorded gets status 501. */
    static Witness replaying(Recording recording, Duration delay) {
        Map<String, MockResponse> answers = new HashMap<>();
        recording
                .exchanges()
                .values()
                .forEach(exchange -> answers.put(
                        exchange.asked().method() + " " + exchange.asked().path(),
                        recorded(exchange.answered(), delay)));
        MockResponse unknown = new MockResponse.Builder().code(501).build();
        return new Witness(request -> answers.getOrDefault(
                request.getMethod() + " " + request.getTarget().replaceFirst("\\?.*", ""), unknown));
    }

    URI base() {
        return URI.create("http://127.0.0.1:" + server.getPort());
    }

    /** Returns the requests since the last time it was asked. */
    List<NotedRequest> newRequests() {
        List<NotedRequest> since = List.copyOf(noted);
        noted.clear();
        return since;
    }

    @Override
    public void close() {
        server.close();
    }

    private static MockResponse recorded(Answered answered, Duration delay) {
        MockResponse.Builder response = response(
                answered.status(),
                String.join(",", answered.headers().getOrDefault("content-type", List.of())),
                answered.body().bytes());
        return response.headersDelay(delay.toNanos(), TimeUnit.NANOSECONDS).build();
    }

    private static MockResponse passedOn(OkHttpClient client, URI superset, RecordedRequest request) {
        NotedRequest noted = NotedRequest.of(request.getMethod(), request.getTarget(), request.getHeaders());
        Request.Builder further = noted.to(superset).newBuilder();
        if (!noted.isGet() && request.getBody() != null) {
            String type = request.getHeaders().get("Content-Type");
            further.method(
                    request.getMethod(),
                    RequestBody.create(request.getBody(), type == null ? null : MediaType.get(type)));
        }
        try (Response answer = client.newCall(further.build()).execute()) {
            return response(
                            answer.code(),
                            String.valueOf(answer.header("Content-Type", "")),
                            answer.body().bytes())
                    .build();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static MockResponse.Builder response(int status, String contentType, byte[] body) {
        return new MockResponse.Builder()
                .code(status)
                .addHeader("Content-Type", contentType)
                .body(new Buffer().write(body));
    }
}
