package io.dsreview.samples.quickstart.story;

import io.dsreview.Review;
import io.dsreview.ReviewResult;
import io.dsreview.api.access.Actor;
import io.dsreview.api.clarification.Question;
import io.dsreview.api.clarification.Topic;
import io.dsreview.api.command.CommandResult.Accepted;
import io.dsreview.api.finding.Finding;
import io.dsreview.api.superset.RecoveryItem;
import io.dsreview.samples.quickstart.terminal.Complaint;
import java.util.List;

/**
 * What is asked, one question at a time: skipped, left to the expert, answered.
 *
 * @param play what the story works with
 */
record Doubts(Play play) {

    /** Everything else depends on which dataset is reviewed, so this question is answered before the story goes on. */
    Review chooseDataset(Review review) {
        Review next = review;
        while (next.activeQuestion()
                .filter(each -> each.topic() == Topic.DATASET)
                .isPresent()) {
            play.step("dataset");
            next = answer(next, next.activeQuestion().get(), Cast.ANN);
        }
        return next;
    }

    Review clear(Review review) {
        Review ann = play.as(Cast.ANN, review);
        if (ann.activeQuestion().isPresent()) {
            ann = skip(ann, ann.activeQuestion().get());
            Question deferred = ann.activeQuestion().orElseThrow();
            ann = defer(ann, deferred);
            play.step("answer");
            ann = answerAll(ann, Cast.ANN);
            Review cleo = play.as(Cast.CLEO, ann);
            cleo = cleo.clarification().reopen(deferred.id()).orElseThrow();
            ann = play.as(Cast.ANN, answerAll(cleo, Cast.CLEO));
        }
        ann = settle(ann);
        if (ann.session().findings().stream().anyMatch(Finding::blocks)) {
            play.step("blocked");
            play.findings(ann);
            throw new Complaint(play.phrases().get("complaint.blocked"));
        }
        return ann;
    }

    private Review skip(Review review, Question question) {
        play.step("skip");
        play.answers().show(question);
        Review next = review.clarification().skip(question).orElseThrow();
        play.done("skipped");
        return next;
    }

    private Review defer(Review review, Question question) {
        play.step("defer");
        play.answers().show(question);
        Review next = review.clarification()
                .defer(question, play.phrases().get("note"))
                .orElseThrow();
        play.done("deferred", "note", play.phrases().get("note"));
        return next;
    }

    private Review answerAll(Review review, Actor who) {
        Review next = review;
        while (next.activeQuestion().isPresent()) {
            next = answer(next, next.activeQuestion().get(), who);
        }
        return next;
    }

    private Review answer(Review review, Question question, Actor who) {
        String value = play.answers().to(question);
        ReviewResult result = review.answer(question, value);
        Review next = result.orElseThrow();
        play.done("answered", "who", play.phrases().word(who.user().value()), "value", Answers.label(question, value));
        if (result.command() instanceof Accepted accepted
                && !accepted.change().met().isEmpty()) {
            List<String> met =
                    accepted.change().met().stream().map(clause -> clause.id()).toList();
            play.done("met", "clauses", String.join(", ", met));
        }
        return next;
    }

    private Review settle(Review review) {
        Review next = review;
        for (RecoveryItem item : review.session().recovery().unsettled()) {
            play.step("unsettled");
            play.screen().refused(item.id() + " " + item.name());
            String answer = play.answers().to(item);
            boolean absent = answer.equals(Answers.ABSENT);
            next = (absent
                            ? next.recovery().resolve(item.id())
                            : next.recovery().resolve(item.id(), answer.split(",")))
                    .orElseThrow();
            play.done(absent ? "absent" : "supplied", "value", answer);
        }
        return next;
    }
}
