package io.dsreview.samples.quickstart;

import io.dsreview.CsvDictionary;
import io.dsreview.DsReview;
import io.dsreview.Review;
import io.dsreview.api.access.Actor;
import io.dsreview.api.access.Role;
import io.dsreview.api.execution.Gate;
import io.dsreview.api.superset.SupersetCredentials;
import io.dsreview.core.store.InMemoryReviewStore;
import java.net.URI;
import java.nio.file.Path;

/** The shortest whole review. The README shows the lines between the two marks. */
public final class FirstReview {

    private FirstReview() {}

    /**
     * Reviews and launches what a link shows.
     *
     * @param superset the Superset
     * @param credentials under which identity it is asked
     * @param link a dashboard link
     * @param dictionary a CSV dictionary
     * @return the finished review
     */
    public static Review run(URI superset, SupersetCredentials credentials, String link, Path dictionary) {
        // [readme]
        DsReview reviews = DsReview.builder()
                .environment("prod", superset, credentials)
                .store(new InMemoryReviewStore())
                .build();
        Actor ann = Actor.of("acme", "ann", Role.MAINTAINER);

        Review review = reviews.start(ann, link).orElseThrow();
        review = review.apply(CsvDictionary.of(dictionary)).orElseThrow();
        review.explain(Gate.LAUNCH).forEach(System.out::println); // every unmet clause, each with its cure
        review = review.answer(review.activeQuestion().orElseThrow(), "EMEA").orElseThrow();
        review = review.mappings().approveAll().orElseThrow();
        review = review.preview().orElseThrow();
        System.out.println(review.compiledSql());
        review = review.launch(review.readiness().summary()).orElseThrow();
        System.out.println(review.audit().verify());
        // [/readme]
        return review;
    }
}
