package io.dsreview.superset.observation;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears of each try to ask a Superset something, after it has ended. A host implements it for metrics and tracing.
 *
 * <p>Called concurrently, on the thread of the operation or on one of dsreview's own. It must be quick; an exception is
 * logged and changes nothing.
 */
@FunctionalInterface
public interface SupersetCallListener {

    /**
     * Hears of a call.
     *
     * @param call what was asked, and how it ended
     */
    void called(SupersetCall call);

    /**
     * Returns a listener that does nothing.
     *
     * @return the default
     */
    static SupersetCallListener noop() {
        return call -> {};
    }

    /**
     * Returns a listener that passes every call on and lets no exception through.
     *
     * @param listener the listener that may fail
     * @return the listener around it
     */
    static SupersetCallListener contained(SupersetCallListener listener) {
        Logger log = LoggerFactory.getLogger(SupersetCallListener.class);
        return call -> {
            try {
                listener.called(call);
            } catch (RuntimeException hostFailed) {
                log.warn("a listener failed with {}", hostFailed.getClass().getName());
            }
        };
    }
}
