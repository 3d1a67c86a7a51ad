package io.dsreview.superset.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * What one exchange did on the wire: whether any byte of the request may have reached the server, and whether it went over
 * a connection that had been used before. Once it is given up unsent, nothing of it is sent any more. Thread-safe.
 */
final class WireMark {

    /** Stands right before the first byte of a request is written. */
    static final Interceptor GATE = WireMark::pass;

    static final EventListener.Factory CONNECTIONS = call -> new EventListener() {
        @Override
        public void connectStart(Call connecting, InetSocketAddress address, Proxy proxy) {
            WireMark mark = connecting.request().tag(WireMark.class);
            if (mark != null) {
                mark.connected = true;
            }
        }
    };

    private enum State {
        UNSENT,
        SENT,
        GIVEN_UP
    }

    private final AtomicReference<State> state = new AtomicReference<>(State.UNSENT);
    private volatile boolean connected;

    boolean isSent() {
        return state.get() == State.SENT;
    }

    boolean wasReused() {
        return isSent() && !connected;
    }

    /** Keeps the request from being sent, and tells whether that came too late. */
    boolean giveUp() {
        return !state.compareAndSet(State.UNSENT, State.GIVEN_UP) && isSent();
    }

    private static Response pass(Interceptor.Chain chain) throws IOException {
        WireMark mark = chain.request().tag(WireMark.class);
        if (mark != null && mark.state.updateAndGet(now -> now == State.UNSENT ? State.SENT : now) != State.SENT) {
            throw new IOException("given up before it was sent");
        }
        return chain.proceed(chain.request());
    }
}
