package io.dsreview.test.recording;

import java.util.Map;

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

    WireResponse response() {
        return WireResponse.problem(status, code, String.valueOf(getMessage()), cure, Map.of());
    }
}
