package io.dsreview.test.recording.exchange;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A response as it goes out, secrets and all; it never reaches a file. Any thread may use it.
 *
 * @param status the HTTP status, 100 to 599
 * @param headers the headers in their order, by names in lower case, with one value for each time they are sent
 * @param body the bytes of the body, empty if there is none; not copied, so nobody may change them
 */
@SuppressWarnings("ArrayRecordComponent") // passes through once, is never compared
public record RawResponse(int status, Map<String, List<String>> headers, byte[] body) {

    /** Copies the map. */
    public RawResponse {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    /**
     * One header, its values joined by commas (RFC 9110, section 5.3).
     *
     * @param name the name in lower case
     * @return the value, empty if there is no such header
     */
    public String header(String name) {
        return String.join(", ", headers.getOrDefault(name, List.of()));
    }

    /** Nothing of a live response is fit for a log. */
    @Override
    public String toString() {
        return "RawResponse[" + status + "]";
    }
}
