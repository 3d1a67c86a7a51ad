package io.dsreview.test.recording;

import java.util.List;

/**
 * A request that a replay could not answer, because it was never recorded. Immutable: any thread may use it.
 *
 * @param method the HTTP method, for example {@code POST}
 * @param path the path as asked, percent-encoded, without the query and with known secrets removed; cut after 200
 *     characters
 * @param differences what separates the request from the closest recording, in words: the method, the path, names of
 *     query parameters, paths of body fields; never their values. At most 20
 */
public record UnexpectedRequest(String method, String path, List<String> differences) {

    /** Copies the list. */
    public UnexpectedRequest {
        differences = List.copyOf(differences);
    }

    /** One line for a test report. */
    @Override
    public String toString() {
        return method + " " + path + " was never recorded: " + String.join("; ", differences);
    }
}
