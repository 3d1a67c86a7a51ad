package io.dsreview.test.recording;

/**
 * A request that reached a {@link RecordingProxy}. Immutable: any thread may use it.
 *
 * @param method the HTTP method, for example {@code GET}
 * @param path the path as asked, percent-encoded, without the query and with known secrets removed; cut after 200
 *     characters
 */
public record ProxiedRequest(String method, String path) {}
