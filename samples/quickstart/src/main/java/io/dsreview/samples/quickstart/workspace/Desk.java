package io.dsreview.samples.quickstart.workspace;

import io.dsreview.DsReview;
import io.dsreview.Review;
import io.dsreview.ReviewResult;
import io.dsreview.api.access.Actor;
import io.dsreview.api.command.CommandResult;
import io.dsreview.api.id.SessionId;
import io.dsreview.samples.quickstart.terminal.Complaint;
import io.dsreview.samples.quickstart.terminal.Screen;
import io.dsreview.samples.quickstart.terminal.Terminal;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where the commands work: the review that is open, who reviews, and what is shown and asked. For one thread. */
final class Desk {

    static final Locale LANGUAGE = Locale.ENGLISH;

    private final DsReview reviews;
    private final Actor actor;
    private final Screen screen;
    private final Terminal terminal;
    private @Nullable Review open;
    private boolean changed;

    Desk(DsReview reviews, Actor actor, Screen screen, Terminal terminal) {
        this.reviews = reviews;
        this.actor = actor;
        this.screen = screen;
        this.terminal = terminal;
    }

    DsReview reviews() {
        return reviews;
    }

    Actor actor() {
        return actor;
    }

    Screen screen() {
        return screen;
    }

    /** Asks, and takes anything but a clear yes for a no. */
    boolean confirms(String question) {
        String answer = terminal.ask("    " + question + " (yes/no) ");
        return answer != null && answer.strip().equalsIgnoreCase("yes");
    }

    boolean hasReview() {
        return open != null;
    }

    /** The review that is open, as it is stored now. */
    Review review() {
        Review known = open;
        if (known == null) {
            throw new Complaint("No review is open. Type 'start LINK' for a new one, or 'list' and 'open N'.");
        }
        return open(known.id());
    }

    Review open(SessionId session) {
        Review found = reviews.find(actor, session)
                .orElseThrow(() -> new Complaint("There is no such review. Type 'list' to see which there are."));
        open = found;
        return found;
    }

    void close() {
        open = null;
    }

    /** Takes a step on the open review; shows that it was done, or every reason why not, each with its cure. */
    boolean step(String done, Function<Review, ReviewResult> step) {
        return show(done, step.apply(review()));
    }

    boolean show(String done, ReviewResult result) {
        CommandResult command = result.command();
        result.review().ifPresent(review -> open = review);
        if (command instanceof CommandResult.Accepted) {
            screen.done(done);
            changed = true;
        } else if (command instanceof CommandResult.Duplicate) {
            screen.say("That was done already; nothing changed.");
        } else if (command instanceof CommandResult.Rejected rejected) {
            rejected.problems().forEach(problem -> ReviewReport.problem(problem, screen));
            ReviewReport.clauses(rejected.unmet(), screen);
        } else {
            screen.refused(result.describe(LANGUAGE));
        }
        return result.review().isPresent();
    }

    /** Says the one thing to do next, unless that was said since the last change. */
    void sayNextAfterAChange() {
        if (changed) {
            sayNext();
        }
    }

    /** Says the one thing to do next. */
    void sayNext() {
        changed = false;
        if (open != null) {
            Review review = review();
            screen.cure(review.readiness().next().text(LANGUAGE) + " " + NextCommand.of(review));
        }
    }
}
