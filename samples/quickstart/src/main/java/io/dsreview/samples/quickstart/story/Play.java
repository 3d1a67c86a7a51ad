package io.dsreview.samples.quickstart.story;

import io.dsreview.DsReview;
import io.dsreview.Review;
import io.dsreview.ReviewResult;
import io.dsreview.api.access.Actor;
import io.dsreview.api.command.CommandResult.Rejected;
import io.dsreview.api.error.Problem;
import io.dsreview.api.error.ProblemText;
import io.dsreview.api.finding.FindingStatus;
import io.dsreview.api.gate.ClauseText;
import io.dsreview.api.gate.UnmetClause;
import io.dsreview.samples.quickstart.terminal.Phrases;
import io.dsreview.samples.quickstart.terminal.Screen;
import java.util.List;

/**
 * What every act of the story works with.
 *
 * @param reviews the library
 * @param screen what the reader sees
 * @param phrases the story's own words
 * @param answers what the people answer
 */
record Play(DsReview reviews, Screen screen, Phrases phrases, Answers answers) {

    /** The review as somebody else finds it now. */
    Review as(Actor actor, Review review) {
        return reviews.find(actor, review.id()).orElseThrow();
    }

    void step(String key, Object... values) {
        screen.step(phrases.get("step." + key, values));
    }

    void say(String key, Object... values) {
        screen.say(phrases.get("say." + key, values));
    }

    void done(String key, Object... values) {
        screen.done(phrases.get("done." + key, values));
    }

    /** Shows why a step was not taken: every reason, each with its cure. */
    void refusal(ReviewResult result) {
        if (result.command() instanceof Rejected rejected) {
            rejected.problems().forEach(this::problem);
            clauses(rejected.unmet());
        } else {
            screen.refused(result.describe(phrases.locale()));
        }
    }

    private void problem(Problem problem) {
        ProblemText words = ProblemText.of(problem, phrases.locale());
        String about = problem.target() == null ? "" : problem.target() + ": ";
        screen.refused(about + words.message(), words.cure());
    }

    void clauses(List<UnmetClause> unmet) {
        for (UnmetClause clause : unmet) {
            ClauseText words = ClauseText.of(clause.clause(), phrases.locale());
            String subjects = clause.subjects().isEmpty() ? "" : ": " + String.join(", ", clause.subjects());
            screen.refused(clause.clause().id() + "  " + words.rule() + subjects, words.cure());
        }
    }

    void findings(Review review) {
        review.session().findings().stream()
                .filter(finding -> finding.status() == FindingStatus.OPEN)
                .forEach(finding -> {
                    ProblemText words = ProblemText.of(finding.problem(), phrases.locale());
                    screen.say(phrases.word(finding.severity()) + ": " + words.message());
                    screen.cure(words.cure());
                });
    }
}
