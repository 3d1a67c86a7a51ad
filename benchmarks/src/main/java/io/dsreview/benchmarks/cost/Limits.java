package io.dsreview.benchmarks.cost;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a review may cost at most, at 2,000 fields, and how it may grow. */
final class Limits {

    private static final double READY_MILLIS = 150;
    private static final double STEP_MILLIS = 5;
    private static final double EXPORT_MILLIS = 100;

    /** Ten times the fields: linear, with room for what a full cache costs. */
    private static final double GROWTH = 15;

    private Limits() {}

    static List<String> misses(List<Costs> costs) {
        List<String> misses = new ArrayList<>();
        Costs middle = Costs.at(costs, Scale.MIDDLE);
        check(misses, "link to preview, median ms", middle.middle(Measure.Kind.READY), READY_MILLIS);
        check(misses, "decide, p95 ms", middle.most(Measure.Kind.DECIDE), STEP_MILLIS);
        check(misses, "encode, p95 ms", middle.most(Measure.Kind.ENCODE), STEP_MILLIS);
        check(misses, "documentation, median ms", middle.middle(Measure.Kind.DOCUMENTATION), EXPORT_MILLIS);
        check(misses, "validation report, median ms", middle.middle(Measure.Kind.VALIDATION), EXPORT_MILLIS);
        Costs large = Costs.at(costs, Scale.LARGE);
        for (Costs.Column column : Costs.COLUMNS) {
            check(misses, column.head() + ", times from 2,000 to 20,000 fields", column.growth(middle, large), GROWTH);
        }
        return misses;
    }

    private static void check(List<String> misses, String what, double value, double limit) {
        if (value > limit) {
            misses.add(String.format(Locale.ROOT, "%s: %.1f, %.0f are allowed", what, value, limit));
        }
    }
}
