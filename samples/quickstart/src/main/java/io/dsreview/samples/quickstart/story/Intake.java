package io.dsreview.samples.quickstart.story;

import io.dsreview.Review;
import io.dsreview.api.session.Recovery.Phase;
import io.dsreview.api.superset.RecoveredContext;
import io.dsreview.samples.quickstart.terminal.Complaint;
import io.dsreview.samples.quickstart.terminal.ContextReport;

/**
 * A link is pasted, and its meaning recovered.
 *
 * @param play what the story works with
 */
record Intake(Play play) {

    Review pasted(String link, String pasted) {
        play.step("link");
        play.screen().say(link);
        Review review = play.reviews().start(Cast.ANN, pasted).orElseThrow();
        play.done("started", "environment", review.session().intake().environment(), "id", review.id());
        RecoveredContext context = review.session().recovery().context();
        if (review.session().recovery().phase() != Phase.RECOVERED || context == null) {
            play.findings(review);
            throw new Complaint(play.phrases().get("complaint.nothing"));
        }
        new ContextReport(play.screen(), play.phrases()).print(context);
        return review;
    }
}
