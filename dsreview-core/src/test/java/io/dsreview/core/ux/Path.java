package io.dsreview.core.ux;

import java.util.List;
import java.util.function.Supplier;

/**
 * A way through a story.
 *
 * @param title what is special about it
 * @param contracts the ids of the promises that it shows
 * @param given where it begins, which is the first that is seen
 * @param begin makes what is given
 * @param steps what happens
 */
record Path(String title, List<String> contracts, String given, Supplier<Walk> begin, List<Step> steps) {

    static Path of(String title, String contracts, String given, Supplier<Walk> begin, Step... steps) {
        return new Path(title, List.of(contracts.split(" ")), given, begin, List.of(steps));
    }

    /** Goes the way, and gives what was seen on it. */
    List<Row> walk() {
        Walk walk = begin.get();
        walk.stand(given);
        steps.forEach(step -> step.take().accept(walk));
        return walk.rows();
    }
}
