package io.dsreview.superset.http;

import io.dsreview.api.error.Problem;
import java.util.List;
import okhttp3.Cookie;

/** What came of a request. */
public sealed interface Answer {

    /** A complete answer in JSON, with whatever status. */
    final class Received implements Answer {

        private final int status;
        private final Json body;
        private final Secrets secrets;
        private final RetryAfter retryAfter;
        private final List<Cookie> cookies;

        Received(int status, Json body, Secrets secrets, RetryAfter retryAfter, List<Cookie> cookies) {
            this.status = status;
            this.body = body;
            this.secrets = secrets;
            this.retryAfter = retryAfter;
            this.cookies = cookies;
        }

        List<Cookie> cookies() {
            return cookies;
        }

        RetryAfter retryAfter() {
            return retryAfter;
        }

        /**
         * Returns the HTTP status.
         *
         * @return the status; never a redirect
         */
        public int status() {
            return status;
        }

        /**
         * Tells whether the status means success.
         *
         * @return true for 200 to 299
         */
        public boolean isSuccess() {
            return status >= 200 && status < 300;
        }

        /**
         * Returns the body.
         *
         * @return the body
         */
        public Json body() {
            return body;
        }

        /**
         * Returns what the server says about a failure.
         *
         * @return its words
         */
        public ServerWords words() {
            return ServerWords.of(body, secrets);
        }

        /**
         * Returns a text out of the body, fit to be quoted.
         *
         * @param text the text
         * @return the words
         */
        public ServerWords quote(String text) {
            return ServerWords.of(text, secrets);
        }

        /** Returns the status only. */
        @Override
        public String toString() {
            return "Received[" + status + "]";
        }
    }

    /**
     * No answer that can be read.
     *
     * @param problem why
     * @param sent true if the server may have acted on the request
     */
    record Missing(Problem problem, boolean sent) implements Answer {}
}
