package io.dsreview.samples.quickstart;

import io.dsreview.api.session.SessionEventListener;
import io.dsreview.api.store.ReviewStore;
import io.dsreview.core.store.InMemoryReviewStore;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * What a host brings along.
 *
 * @param store where reviews are kept
 * @param recoveries whose threads recover; empty for the thread that starts the review
 * @param listener who hears what happens
 */
record HostParts(ReviewStore store, Optional<Executor> recoveries, SessionEventListener listener) {

    /** Until the process ends, which recovers as it goes. */
    static HostParts inMemory(SessionEventListener listener) {
        return new HostParts(new InMemoryReviewStore(), Optional.empty(), listener);
    }

    static HostParts inMemory() {
        return inMemory(SessionEventListener.noop());
    }
}
