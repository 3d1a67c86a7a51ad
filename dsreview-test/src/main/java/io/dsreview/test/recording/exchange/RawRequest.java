package io.dsreview.test.recording.exchange;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A request as it came in, secrets and all; it never reaches a file. Any thread may use it.
 *
 * @param method the HTTP method, for example {@code GET}
 * @param path the path, percent-encoded, without the query
 * @param query the query, percent-encoded, without the question mark; empty if there is none
 * @param headers all headers in their order, by names in lower case, with one value for each time they were sent
 * @param body the bytes of the body, empty if there is none; not copied, so nobody may change them
 */
@SuppressWarnings("ArrayRecordComponent") // passes through once, is never compared
public record RawRequest(String method, String path, String query, Map<String, List<String>> headers, byte[] body) {

    /** Copies the map. */
    public RawRequest {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    /**
     * One header, its values joined by commas (RFC 9110, section 5.3).
     *
     * @param name the name in lower case
     * @return the value, empty if the header was not sent
     */
    public String header(String name) {
        return String.join(", ", headers.getOrDefault(name, List.of()));
    }

    /** Nothing of a live request is fit for a log. */
    @Override
    public String toString() {
        return "RawRequest[" + method + "]";
    }
}
