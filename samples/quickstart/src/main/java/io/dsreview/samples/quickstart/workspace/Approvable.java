package io.dsreview.samples.quickstart.workspace;

import io.dsreview.Review;
import io.dsreview.api.mapping.ExecutionMapping;
import io.dsreview.api.mapping.MappingStatus;
import java.util.List;

/** Finds the mappings that {@code approve all} is about. */
final class Approvable {

    private Approvable() {}

    /** Those that reach the query and are not approved. */
    static List<ExecutionMapping> of(Review review) {
        return review.session().mappings().stream()
                .filter(ExecutionMapping::isEffective)
                .filter(mapping -> mapping.status() != MappingStatus.APPROVED)
                .toList();
    }

    /** Such mappings are approved one by one, each with what it loses. */
    static boolean losesSomething(List<ExecutionMapping> mappings) {
        return mappings.stream().anyMatch(mapping -> mapping.conversion().isLossy());
    }
}
