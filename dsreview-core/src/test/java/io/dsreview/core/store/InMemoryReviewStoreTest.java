package io.dsreview.core.store;

import io.dsreview.api.store.ReviewStore;
import io.dsreview.test.store.ReviewStoreContract;

class InMemoryReviewStoreTest extends ReviewStoreContract {

    private final ReviewStore store = new InMemoryReviewStore();

    @Override
    protected ReviewStore open() {
        return store;
    }
}
