package io.dsreview.core.pipeline;

import io.dsreview.api.session.ReviewSession;
import io.dsreview.api.store.StoredHeader;

/**
 * A session as it was loaded, with the columns a commit compares.
 *
 * @param header the stored columns
 * @param session the session
 */
record Loaded(StoredHeader header, ReviewSession session) {

    long version() {
        return header.session().version();
    }
}
