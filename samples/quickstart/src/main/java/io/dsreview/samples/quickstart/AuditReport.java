package io.dsreview.samples.quickstart;

import io.dsreview.DsReview;
import io.dsreview.Review;
import io.dsreview.samples.quickstart.terminal.Screen;
import io.dsreview.samples.quickstart.terminal.Wording;
import java.util.Map;
import java.util.stream.Collectors;

/** Shows what happened in a review, and whether its ledger holds. */
final class AuditReport {

    private static final int LONGEST = 40;

    private AuditReport() {}

    static void print(DsReview reviews, Review review, Screen screen) {
        reviews.repository()
                .events(Quickstart.ANN, review.id())
                .forEach(event -> screen.say(String.format(
                        "v%-3d %-22s %s", event.version(), Wording.word(event.type()), describe(event.data()))));
        screen.done(review.verifyLedger().toString());
    }

    private static String describe(Map<String, String> data) {
        return data.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty() && entry.getValue().length() < LONGEST)
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }
}
