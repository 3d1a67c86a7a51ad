package io.dsreview.benchmarks.recovery;

import java.net.URI;
import java.util.List;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.Request;

/**
 * A request as it was seen.
 *
 * @param method the HTTP method
 * @param target path and query, as they were sent
 * @param headers the headers, without those that the HTTP client adds by itself
 */
record NotedRequest(String method, String target, Headers headers) {

    private static final List<String> OF_THE_CLIENT = List.of("Host", "Connection", "Accept-Encoding", "User-Agent");

    static NotedRequest of(String method, String target, Headers headers) {
        Headers.Builder kept = headers.newBuilder();
        OF_THE_CLIENT.forEach(kept::removeAll);
        return new NotedRequest(method, target, kept.build());
    }

    String path() {
        return target.replaceFirst("\\?.*", "");
    }

    boolean isGet() {
        return method.equals("GET");
    }

    /** Returns the same GET to another host, in whose name the headers then speak too. */
    Request to(URI base) {
        Headers.Builder moved = headers.newBuilder();
        if (headers.get("Referer") != null) {
            moved.set("Referer", base + "/");
        }
        return new Request.Builder()
                .url(HttpUrl.get(base + target))
                .headers(moved.build())
                .build();
    }
}
