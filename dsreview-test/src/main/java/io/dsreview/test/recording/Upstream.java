package io.dsreview.test.recording;

import io.dsreview.test.recording.exchange.RawRequest;
import io.dsreview.test.recording.exchange.RawResponse;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** The live Superset. Follows no redirect, keeps no cookie, and sends nothing anywhere else. */
final class Upstream implements AutoCloseable {

    /** Headers of one connection (RFC 9110, section 7.6.1), and those that the client below sets itself. */
    private static final Set<String> NOT_PASSED_ON = Set.of(
            "connection",
            "keep-alive",
            "proxy-connection",
            "proxy-authorization",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "http2-settings",
            "host",
            "content-length",
            "expect",
            "accept-encoding");

    private final Address address;
    private final RecordingRules rules;
    private final ExecutorService threads;
    private volatile @Nullable HttpClient client;

    Upstream(Address address, RecordingRules rules) {
        this.address = address;
        this.rules = rules;
        this.threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "recording-proxy-upstream");
            thread.setDaemon(true);
            return thread;
        });
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(rules.connectTimeout())
                .executor(threads)
                .build();
    }

    RawResponse send(RawRequest request) throws Refusal {
        HttpClient open = client;
        if (open == null) {
            throw unreachable("The recording proxy is closed.");
        }
        CappedBytes body = new CappedBytes(rules.maxBodyBytes());
        HttpResponse<Void> response = await(open.sendAsync(outgoing(request), BodyHandlers.ofByteArrayConsumer(body)));
        if (body.isExceeded()) {
            throw new Refusal(
                    502,
                    "response-too-large",
                    "A response body has at most " + rules.maxBodyBytes() + " bytes, this one has more.",
                    "Raise maxBodyBytes in the RecordingRules.");
        }
        Map<String, List<String>> headers = new LinkedHashMap<>();
        response.headers().map().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
        return new RawResponse(response.statusCode(), headers, body.bytes());
    }

    /**
     * Its last thread ends once the garbage collector finds the dropped client: Java 17 has no other way to stop it.
     */
    @Override
    public void close() {
        client = null;
        threads.shutdownNow();
    }

    private HttpRequest outgoing(RawRequest request) throws Refusal {
        String query = request.query().isEmpty() ? "" : "?" + request.query();
        BodyPublisher body =
                request.body().length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(request.body());
        try {
            HttpRequest.Builder outgoing = HttpRequest.newBuilder(URI.create(address.origin() + request.path() + query))
                    .method(request.method(), body);
            request.headers().forEach((name, values) -> {
                if (!NOT_PASSED_ON.contains(name)) {
                    values.forEach(value -> outgoing.header(name, value));
                }
            });
            return outgoing.build();
        } catch (IllegalArgumentException illegal) {
            throw new Refusal(
                    400,
                    "request-refused",
                    "The request has a path or header that HTTP does not allow.",
                    "Correct the client.");
        }
    }

    private HttpResponse<Void> await(CompletableFuture<HttpResponse<Void>> answer) throws Refusal {
        try {
            return answer.get(rules.exchangeTimeout().toMillis() + 1, TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            answer.cancel(true);
            throw unreachable("The upstream did not answer within " + rules.exchangeTimeout() + ".");
        } catch (ExecutionException failed) {
            Throwable cause = failed.getCause() == null ? failed : failed.getCause();
            throw unreachable(
                    "The upstream could not be asked: " + cause.getClass().getSimpleName() + ".");
        } catch (InterruptedException closed) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw unreachable("The recording proxy was closed.");
        }
    }

    private Refusal unreachable(String message) {
        return new Refusal(
                502,
                "upstream-unreachable",
                message,
                "Start the upstream at " + address.origin() + " and record again, or replay an earlier recording.");
    }
}
