package io.dsreview.core.finding.rule;

import io.dsreview.api.error.Problem;
import io.dsreview.api.session.ReviewSession;
import io.dsreview.api.superset.RecoveryItem;
import io.dsreview.api.superset.RecoveryItem.State;
import java.util.Objects;
import java.util.stream.Stream;

/** What recovery did not find, or found in part only, each with its reason. */
final class OpenItems {

    private OpenItems() {}

    static Stream<RecoveryItem> of(ReviewSession session) {
        return session.recovery().relevantItems().stream()
                .filter(item -> item.state() != State.RECOVERED && item.why() != null);
    }

    static Problem why(RecoveryItem item) {
        return Objects.requireNonNull(item.why()).about(item.id().value());
    }
}
