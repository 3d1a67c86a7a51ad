package io.dsreview.live;

import io.dsreview.api.error.Problem;
import io.dsreview.api.superset.LinkReading;
import io.dsreview.api.superset.RecoveredContext;
import io.dsreview.api.superset.SupersetContextExtractor.Recovery;
import java.util.Optional;

/**
 * What became of a pasted link: a context, or the problem that says why there is none.
 *
 * @param context what was recovered, or empty
 * @param problem why nothing was, or empty
 * @param asked false if the link was refused before Superset was asked anything
 */
record Outcome(Optional<RecoveredContext> context, Optional<Problem> problem, boolean asked) {

    static Outcome of(Recovery recovery) {
        return recovery instanceof Recovery.Recovered recovered
                ? new Outcome(Optional.of(recovered.context()), Optional.empty(), true)
                : new Outcome(Optional.empty(), Optional.of(((Recovery.Failed) recovery).problem()), true);
    }

    static Outcome refused(LinkReading reading) {
        Problem why = reading instanceof LinkReading.UnsupportedShape shape
                ? shape.problem()
                : ((LinkReading.Refused) reading).problem();
        return new Outcome(Optional.empty(), Optional.of(why), false);
    }
}
