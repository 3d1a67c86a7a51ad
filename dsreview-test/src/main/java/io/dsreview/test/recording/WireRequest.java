package io.dsreview.test.recording;

import java.util.List;
import java.util.Map;

/**
 * A request as it came in, secrets and all; {@code path} and {@code query} are percent-encoded, the query may be empty,
 * header names are in lower case.
 */
@SuppressWarnings("ArrayRecordComponent") // passes through once, is never compared
record WireRequest(String method, String path, String query, Map<String, List<String>> headers, byte[] body) {

    String header(String name) {
        return String.join(", ", headers.getOrDefault(name, List.of()));
    }

    /** Nothing of a live request is fit for a log. */
    @Override
    public String toString() {
        return "WireRequest[" + method + "]";
    }
}
