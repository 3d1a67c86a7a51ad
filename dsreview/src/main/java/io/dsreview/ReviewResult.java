package io.dsreview;

import io.dsreview.api.command.CommandRefusedException;
import io.dsreview.api.command.CommandResult;
import io.dsreview.api.command.CommandResult.Accepted;
import io.dsreview.api.command.CommandResult.Duplicate;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * How a step of a review ended: the review as it is now, or why it was refused. Immutable.
 */
public final class ReviewResult {

    private final CommandResult result;
    private final Optional<Review> review;

    private ReviewResult(CommandResult result, Optional<Review> review) {
        this.result = result;
        this.review = review;
    }

    static ReviewResult of(CommandResult result, Function<CommandResult, Review> review) {
        boolean done = result instanceof Accepted || result instanceof Duplicate;
        return new ReviewResult(result, done ? Optional.of(review.apply(result)) : Optional.empty());
    }

    /**
     * Returns the review if the step was taken, now or before.
     *
     * @return the review as it is now
     * @throws CommandRefusedException if it was refused, stale, or found no session; the message gives all reasons with
     *     their cures
     */
    public Review orElseThrow() {
        return review.orElseThrow(() -> new CommandRefusedException(result));
    }

    /**
     * Returns the review if the step was taken, now or before.
     *
     * @return the review as it is now, or empty
     */
    public Optional<Review> review() {
        return review;
    }

    /**
     * Returns the result as data.
     *
     * @return the result
     */
    public CommandResult command() {
        return result;
    }

    /**
     * Puts the result into words.
     *
     * @param locale the reader's language
     * @return all reasons with their cures
     */
    public String describe(Locale locale) {
        return CommandRefusedException.describe(result, locale);
    }
}
