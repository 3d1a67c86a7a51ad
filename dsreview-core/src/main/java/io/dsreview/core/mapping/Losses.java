package io.dsreview.core.mapping;

import io.dsreview.api.error.Problem;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts what a conversion loses: one warning for each kind. Not thread-safe. */
final class Losses {

    private final Map<ConversionProblem, Integer> counts = new EnumMap<>(ConversionProblem.class);

    void add(ConversionProblem kind) {
        add(kind, 1);
    }

    void add(ConversionProblem kind, int count) {
        if (count > 0) {
            counts.merge(kind, count, Integer::sum);
        }
    }

    /** Returns the warnings, in the order of the kinds. */
    List<Problem> warnings() {
        return counts.entrySet().stream()
                .map(loss -> Problem.of(loss.getKey(), "count", Integer.toString(loss.getValue())))
                .toList();
    }
}
