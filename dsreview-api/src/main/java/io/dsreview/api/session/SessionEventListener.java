package io.dsreview.api.session;

import java.util.List;

/**
 * Hears what happens, after it was committed.
 *
 * <p>Called on the thread that does the work: that of the command, or for a recovery that of the host's executor or one of
 * the threads that read. In order per session, as long as one process works on it. It must be quick; an exception is logged and changes
 * nothing. An event that was committed but not delivered, because the process ended, is still in the store.
 */
@FunctionalInterface
public interface SessionEventListener {

    /**
     * Hears an event.
     *
     * @param event what happened
     */
    void onEvent(SessionEvent event);

    /**
     * Returns a listener that ignores everything.
     *
     * @return the listener
     */
    static SessionEventListener noop() {
        return event -> {};
    }

    /**
     * Returns a listener that passes events on to several, in order.
     *
     * @param listeners the listeners; copied
     * @return the listener
     */
    static SessionEventListener composite(List<SessionEventListener> listeners) {
        List<SessionEventListener> copy = List.copyOf(listeners);
        return event -> copy.forEach(listener -> listener.onEvent(event));
    }
}
