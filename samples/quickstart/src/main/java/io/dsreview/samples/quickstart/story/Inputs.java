package io.dsreview.samples.quickstart.story;

import io.dsreview.Review;
import io.dsreview.api.mapping.ExecutionMapping;
import io.dsreview.api.mapping.VariableValue;
import io.dsreview.samples.quickstart.terminal.Wording;
import java.util.List;

/**
 * What goes into the query: the values of variables, and the filters.
 *
 * @param play what the story works with
 */
record Inputs(Play play) {

    Review approve(Review review) {
        play.step("inputs");
        Review ann = play.as(Cast.ANN, review);
        for (VariableValue value : review.session().values()) {
            if (!value.isApproved()) {
                ann = ann.values().accept(value.variable()).orElseThrow();
                play.done(
                        "accepted",
                        "variable",
                        value.variable(),
                        "value",
                        value.value(),
                        "origin",
                        play.phrases().word(value.origin()));
            }
        }
        List<ExecutionMapping> reaching = ann.session().mappings().stream()
                .filter(ExecutionMapping::isEffective)
                .toList();
        if (reaching.isEmpty()) {
            play.say("noMappings");
            return ann;
        }
        for (ExecutionMapping mapping : reaching) {
            play.screen()
                    .say(mapping.filter() + " → " + mapping.target().key() + ": " + Wording.words(mapping.value()));
        }
        Review next = play.as(Cast.BEN, ann).mappings().approveAll().orElseThrow();
        play.done("approved", "count", reaching.size());
        return next;
    }
}
