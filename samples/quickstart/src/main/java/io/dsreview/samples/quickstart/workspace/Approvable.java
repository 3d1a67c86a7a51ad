package io.dsreview.samples.quickstart.workspace;

import io.dsreview.Review;
import io.dsreview.api.mapping.ExecutionMapping;
import io.dsreview.api.mapping.MappingStatus;
import io.dsreview.api.session.PreviewState;
import java.util.List;
import java.util.Optional;

/** Finds the mappings that {@code approve all} is about. */
final class Approvable {

    private Approvable() {}

    /**
     * Those that reach the query and are not approved. Where there are none, and what is approved was launched already, those that
     * are approved: only what is approved anew is launched again.
     */
    static List<ExecutionMapping> of(Review review) {
        List<ExecutionMapping> waiting = review.session().approved().reaching().stream()
                .filter(mapping -> mapping.status() != MappingStatus.APPROVED)
                .toList();
        return waiting.isEmpty() && isLaunched(review) ? approved(review) : waiting;
    }

    /** Such mappings are approved one by one, each with what it loses. */
    static boolean losesSomething(List<ExecutionMapping> mappings) {
        return mappings.stream().anyMatch(mapping -> mapping.conversion().isLossy());
    }

    private static List<ExecutionMapping> approved(Review review) {
        return review.session().approved().reaching().stream()
                .filter(mapping -> mapping.status() == MappingStatus.APPROVED)
                .toList();
    }

    /** Tells whether the state as it is was launched, and the launch is over. */
    private static boolean isLaunched(Review review) {
        return review.readiness().preview() != PreviewState.STALE
                && review.session()
                        .launched()
                        .flatMap(attempt -> Optional.ofNullable(attempt.outcome()))
                        .filter(outcome -> !outcome.isOpen())
                        .isPresent();
    }
}
