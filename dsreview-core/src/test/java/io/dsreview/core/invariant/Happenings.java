package io.dsreview.core.invariant;

import io.dsreview.core.decision.RecoveryTerms;
import java.time.Duration;
import java.util.List;

/** What happens without a command of its own: to Superset, to the host, to time, or on the way back to the caller. */
final class Happenings {

    private static final int SELDOM = 2;

    static final List<Move> ROWS = List.of(
            Move.other("SendAgain", sight -> 15, (sight, context, choices) -> sight.stage()
                    .sent(choices.below(4))),
            Move.event("SupersetShows", sight -> sight.found().isEmpty() ? 150 : 4, (stage, choices) -> stage.weather()
                    .shows(choices.of(Contexts.ALL).build())),
            Move.event("DatasetChanges", sight -> 5, (stage, choices) -> stage.weather()
                    .datasetChanges()),
            Move.event("TwoHoursPass", sight -> 4, (stage, choices) -> stage.pass(Duration.ofHours(2))),
            Move.event(
                    "LeaseRunsOut",
                    sight -> sight.leased() ? 150 : 1,
                    (stage, choices) -> stage.pass(RecoveryTerms.DEFAULT.lease())),
            Move.event(
                    "SupersetCompiles",
                    sight -> sight.stage().weather().compiling() == Weather.Compiling.COMPILED ? 6 : 40,
                    (stage, choices) -> stage.weather().compiles(choices.of(Weather.Compiling.values()))),
            Move.event(
                    "SqlLabAnswers",
                    sight -> sight.stage().weather().launching() == Weather.Launching.SUCCEEDED ? 16 : 20,
                    (stage, choices) -> stage.weather().launches(choices.of(Weather.Launching.values()))),
            Move.event(
                    "ExecutionIsSwitched",
                    sight -> sight.stage().executionOn() ? SELDOM : 40,
                    (stage, choices) -> stage.switchExecution()));

    private Happenings() {}
}
