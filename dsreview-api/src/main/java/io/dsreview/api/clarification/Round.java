package io.dsreview.api.clarification;

import java.time.Instant;
import java.util.List;

/**
 * How things stood when the clarification began or was resumed: what a {@link ClarificationSummary} compares with.
 *
 * @param since when it began
 * @param answers number of answers by then
 * @param unmet ids of the clauses of the launch gate that did not hold then, the actor's own permission left aside; copied
 */
public record Round(Instant since, int answers, List<String> unmet) {

    /** Copies the clauses. */
    public Round {
        unmet = List.copyOf(unmet);
    }
}
