package io.dsreview.benchmarks.recovery;

import io.dsreview.benchmarks.pairing.Attempt;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * The floor: the requests of a recovery and nothing else. Method, address and headers are those that were seen on the wire,
 * the HTTP client is the one that dsreview uses, as many are under way at once as one operation of dsreview has, and the
 * answers are read to the last byte. Nothing is parsed, checked or waited for that is not needed, so that no recovery that
 * makes these requests can be faster, but for chance: what is on top is dsreview's own work.
 */
final class BareRequests implements Attempt {

    private final List<List<Request>> stages;
    private final OkHttpClient client = new OkHttpClient();
    private final ExecutorService threads;

    /**
     * Makes ready.
     *
     * @param stages the requests that can be made at once; each stage when the one before has ended
     * @param base where to
     * @param parallel most requests under way at once
     */
    BareRequests(List<List<NotedRequest>> stages, URI base, int parallel) {
        this.stages = stages.stream()
                .map(stage -> stage.stream().map(request -> request.to(base)).toList())
                .toList();
        this.threads = Executors.newFixedThreadPool(parallel);
    }

    @Override
    public void run() {
        try {
            for (List<Request> stage : stages) {
                List<Callable<Integer>> calls = stage.stream()
                        .map(request -> (Callable<Integer>) () -> read(request))
                        .toList();
                for (Future<Integer> read : threads.invokeAll(calls)) {
                    read.get();
                }
            }
        } catch (InterruptedException | ExecutionException broken) {
            throw new IllegalStateException("a bare request failed", broken);
        }
    }

    private int read(Request request) throws IOException {
        try (Response response = client.newCall(request).execute()) {
            if (!response.isSuccessful()) {
                throw new IOException(
                        "status " + response.code() + " from " + request.url().encodedPath());
            }
            return response.body().bytes().length;
        }
    }

    @Override
    public void close() {
        threads.shutdown();
        client.connectionPool().evictAll();
    }
}
