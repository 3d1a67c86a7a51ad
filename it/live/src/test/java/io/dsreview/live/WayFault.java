package io.dsreview.live;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okio.Buffer;

/** What can go wrong on the way from a Superset, each as a disturbance of its true answer. */
enum WayFault {
    TOO_MANY_REQUESTS("429 with `Retry-After: 120`", "SUPERSET_RATE_LIMITED") {
        @Override
        MockResponse disturb(MockResponse answer, String elsewhere) {
            return page(429, "{\"message\":\"50 per 1 second\"}")
                    .addHeader("Retry-After", "120")
                    .build();
        }
    },
    GATEWAY("502 with HTML", "SUPERSET_UNAVAILABLE") {
        @Override
        MockResponse disturb(MockResponse answer, String elsewhere) {
            return page(502, "<html><h1>502 Bad Gateway</h1></html>").build();
        }
    },
    CUT("connection cut within the answer", "SUPERSET_ANSWER_INCOMPLETE") {
        @Override
        MockResponse disturb(MockResponse answer, String elsewhere) {
            return answer.newBuilder()
                    .onResponseBody(new SocketEffect.CloseSocket())
                    .build();
        }
    },
    DRIP("a byte of the answer each 100 ms", "SUPERSET_TIMEOUT") {
        @Override
        MockResponse disturb(MockResponse answer, String elsewhere) {
            return answer.newBuilder()
                    .throttleBody(1, 100, TimeUnit.MILLISECONDS)
                    .build();
        }

        /** Which it always runs to, at each step. */
        @Override
        Duration deadline() {
            return Duration.ofSeconds(5);
        }
    },
    PAGE("an HTML page that says it is JSON", "SUPERSET_ANSWER_NOT_JSON") {
        @Override
        MockResponse disturb(MockResponse answer, String elsewhere) {
            return new MockResponse.Builder()
                    .addHeader("Content-Type", "application/json")
                    .body("<!doctype html><title>Please sign in</title>")
                    .build();
        }
    },
    REDIRECT("a redirect to another host", "SUPERSET_REDIRECTED") {
        @Override
        MockResponse disturb(MockResponse answer, String elsewhere) {
            return new MockResponse.Builder()
                    .code(307)
                    .addHeader("Location", elsewhere + "/api/v1/me/")
                    .build();
        }
    },
    HUGE("an answer of 50 MB", "SUPERSET_ANSWER_TOO_LARGE") {
        @Override
        MockResponse disturb(MockResponse answer, String elsewhere) {
            return new MockResponse.Builder()
                    .addHeader("Content-Type", "application/json")
                    .body(new Buffer().write(new byte[50 * 1024 * 1024]))
                    .build();
        }
    };

    private final String words;
    private final String code;

    WayFault(String words, String code) {
        this.words = words;
        this.code = code;
    }

    abstract MockResponse disturb(MockResponse answer, String elsewhere);

    /** How long an operation may take. */
    Duration deadline() {
        return FaultBench.DEADLINE;
    }

    String words() {
        return words;
    }

    /** The code of the problem that it must become. */
    String code() {
        return code;
    }

    private static MockResponse.Builder page(int status, String body) {
        return new MockResponse.Builder()
                .code(status)
                .addHeader("Content-Type", "text/html; charset=utf-8")
                .body(body);
    }
}
