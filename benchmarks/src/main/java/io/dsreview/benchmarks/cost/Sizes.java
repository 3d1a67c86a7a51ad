package io.dsreview.benchmarks.cost;

import io.dsreview.Review;
import io.dsreview.api.session.ReviewSession;
import java.util.ArrayList;
import java.util.List;

/**
 * What is written, in bytes; the same in every run.
 *
 * @param document all parts of a session in doubt
 * @param findings its findings
 * @param written what each step writes, in the order of {@link Step}
 */
record Sizes(long document, int findings, List<Long> written) {

    static Sizes of(Scale scale) {
        List<Long> written = new ArrayList<>();
        try (SizedReview sized = new SizedReview(scale)) {
            Review review = sized.inDoubt();
            long document = CountingStore.bytes(sized.stored(review.session()).parts().stream());
            int findings = review.session().findings().size();
            for (Step step : Step.values()) {
                ReviewSession session = review.session();
                int index = written.size();
                sized.store().written();
                review = review.execute(context -> step.command(context, session, index))
                        .orElseThrow();
                written.add(sized.store().written());
            }
            return new Sizes(document, findings, written);
        }
    }
}
