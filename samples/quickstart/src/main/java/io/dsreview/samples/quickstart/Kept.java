package io.dsreview.samples.quickstart;

import io.dsreview.api.store.ReviewStore;
import io.dsreview.core.store.InMemoryReviewStore;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * Where reviews are kept, and who recovers them.
 *
 * @param store where they are kept
 * @param recoveries whose threads recover; empty for the thread that starts the review
 */
record Kept(ReviewStore store, Optional<Executor> recoveries) {

    /** Until the process ends, which recovers as it goes. */
    static Kept inMemory() {
        return new Kept(new InMemoryReviewStore(), Optional.empty());
    }
}
