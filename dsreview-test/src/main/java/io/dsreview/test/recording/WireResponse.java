package io.dsreview.test.recording;

import io.dsreview.api.canonical.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A response as it goes out, secrets and all; header names are in lower case. */
@SuppressWarnings("ArrayRecordComponent") // passes through once, is never compared
record WireResponse(int status, Map<String, List<String>> headers, byte[] body) {

    /** The proxy's own answer when it has none to pass on: JSON that says what is wrong and what helps. */
    static WireResponse problem(int status, String code, String message, String cure, Map<String, ?> details) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("message", message + " " + cure);
        json.put("code", code);
        json.putAll(details);
        json.put("cure", cure);
        return new WireResponse(
                status,
                Map.of("content-type", List.of("application/json")),
                JsonText.pretty(json).getBytes(StandardCharsets.UTF_8));
    }

    String header(String name) {
        return String.join(", ", headers.getOrDefault(name, List.of()));
    }

    /** Nothing of a live response is fit for a log. */
    @Override
    public String toString() {
        return "WireResponse[" + status + "]";
    }
}
