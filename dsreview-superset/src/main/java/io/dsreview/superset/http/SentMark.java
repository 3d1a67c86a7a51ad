package io.dsreview.superset.http;

import okhttp3.Call;
import okhttp3.EventListener;

/** Remembers whether any byte of a request may have reached the server. */
final class SentMark {

    static final EventListener.Factory FACTORY = call -> new EventListener() {
        @Override
        public void requestHeadersStart(Call sending) {
            SentMark mark = sending.request().tag(SentMark.class);
            if (mark != null) {
                mark.sent = true;
            }
        }
    };

    private volatile boolean sent;

    boolean isSent() {
        return sent;
    }
}
