package io.dsreview.test.recording;

import io.dsreview.api.canonical.JsonText;
import io.dsreview.test.recording.exchange.RawResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An exchange that the proxy cannot carry out; the client gets it as a JSON answer, and nothing is written. */
final class Refusal extends Exception {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final String cure;

    Refusal(int status, String code, String message, String cure) {
        super(message);
        this.status = status;
        this.code = code;
        this.cure = cure;
    }

    static Refusal ofBinaryRequest() {
        return ofBinaryBody(415, "request");
    }

    static Refusal ofBinaryResponse() {
        return ofBinaryBody(502, "response");
    }

    private static Refusal ofBinaryBody(int status, String whose) {
        return new Refusal(
                status,
                "binary-body",
                "The " + whose + " body is binary; a recording holds JSON and UTF-8 text.",
                "Leave this exchange out of the recording.");
    }

    RawResponse response() {
        return response(Map.of());
    }

    /** JSON that says what is wrong and what helps, with the details as further fields. */
    RawResponse response(Map<String, ?> details) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("message", getMessage() + " " + cure);
        json.put("code", code);
        json.putAll(details);
        json.put("cure", cure);
        return new RawResponse(
                status,
                Map.of("content-type", List.of("application/json")),
                JsonText.pretty(json).getBytes(StandardCharsets.UTF_8));
    }
}
