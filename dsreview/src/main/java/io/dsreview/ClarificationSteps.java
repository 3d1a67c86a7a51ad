package io.dsreview;

import io.dsreview.api.clarification.ClarificationSummary;
import io.dsreview.api.clarification.Question;
import io.dsreview.api.command.ClarificationCommand.DeferQuestion;
import io.dsreview.api.command.ClarificationCommand.PauseClarification;
import io.dsreview.api.command.ClarificationCommand.ReopenQuestion;
import io.dsreview.api.command.ClarificationCommand.ResumeClarification;
import io.dsreview.api.command.ClarificationCommand.SkipQuestion;
import io.dsreview.api.id.QuestionId;

/** The questions of a review, at the version of the handle it came from. Immutable and thread-safe. */
public final class ClarificationSteps {

    private final Review review;
    private final ClarificationSummary summary;

    ClarificationSteps(Review review, ClarificationSummary summary) {
        this.review = review;
        this.summary = summary;
    }

    /**
     * Tells what became of the clarification since it began or was resumed, and what is left.
     *
     * @return the summary
     */
    public ClarificationSummary summary() {
        return summary;
    }

    /**
     * Does not answer the active question now; it is asked again after all others.
     *
     * @param question the question
     * @return how it ended
     */
    public ReviewResult skip(Question question) {
        return review.execute(context -> new SkipQuestion(context, question.id()));
    }

    /**
     * Leaves the active question to an expert; it is not asked again until it is reopened.
     *
     * @param question the question
     * @param note what the expert should know; may be empty
     * @return how it ended
     */
    public ReviewResult defer(Question question, String note) {
        return review.execute(context -> new DeferQuestion(context, question.id(), note));
    }

    /**
     * Asks a question again that was skipped, deferred or answered.
     *
     * @param question the question
     * @return how it ended
     */
    public ReviewResult reopen(QuestionId question) {
        return review.execute(context -> new ReopenQuestion(context, question));
    }

    /**
     * Asks nothing until it is resumed.
     *
     * @return how it ended; what was achieved is in the {@linkplain #summary() summary} of the review that it gives
     */
    public ReviewResult pause() {
        return review.execute(PauseClarification::new);
    }

    /**
     * Asks again, after a pause.
     *
     * @return how it ended
     */
    public ReviewResult resume() {
        return review.execute(ResumeClarification::new);
    }
}
