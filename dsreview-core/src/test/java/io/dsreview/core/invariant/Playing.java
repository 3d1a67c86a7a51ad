package io.dsreview.core.invariant;

import io.dsreview.api.command.ReviewCommand;
import io.dsreview.core.invariant.Invariant.Rule;
import io.dsreview.core.pipeline.Ports;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Plays one sequence and checks every invariant after every command. Steps come from a random generator that looks at the state, or
 * are those of an earlier playing.
 */
final class Playing {

    private static final int SHORTEST = 31;
    private static final int LONGEST = 49;

    /**
     * What came of it.
     *
     * @param steps what was done, up to the violation if there was one
     * @param violated the rules that were broken, with what was seen
     * @param trace one line for each step
     * @param depth how far it got
     */
    record Played(List<Step> steps, Map<Rule, String> violated, List<String> trace, Depth.Of depth) {

        /** The trace, as a failing test shows it. */
        String story() {
            return String.join("\n", trace) + "\n" + violated;
        }
    }

    private final Stage stage;
    private final Map<Rule, Invariant> invariants = new EnumMap<>(Rule.class);
    private final Map<Rule, String> violated = new EnumMap<>(Rule.class);
    private final List<Step> steps = new ArrayList<>();
    private final List<String> trace = new ArrayList<>();
    private final Depth.Of depth = new Depth.Of();
    private final boolean traced;

    private Playing(UnaryOperator<Ports> planted, boolean traced) {
        this.stage = new Stage(planted);
        this.traced = traced;
        Rule.all().forEach(rule -> invariants.put(rule, rule.start()));
    }

    /** Makes up a sequence as it goes; the same seed makes the same one. */
    static Played ofSeed(long seed, UnaryOperator<Ports> planted) {
        Playing playing = new Playing(planted, false);
        Random random = new Random(seed * 0x9E3779B97F4A7C15L);
        Guide guide = new Guide(random);
        int length = SHORTEST + random.nextInt(LONGEST - SHORTEST);
        while (playing.steps.size() < length && playing.violated.isEmpty()) {
            playing.play(guide.next(playing.stage));
        }
        return playing.end();
    }

    /** Plays given steps. */
    static Played of(List<Step> steps, UnaryOperator<Ports> planted) {
        Playing playing = new Playing(planted, true);
        for (Step step : steps) {
            if (playing.violated.isEmpty()) {
                playing.play(step);
            }
        }
        return playing.end();
    }

    private void play(Step step) {
        steps.add(step);
        Optional<ReviewCommand> command = stage.prepare(step);
        if (command.isEmpty()) {
            tell(() -> (step.move() + " " + Told.choice(step)).stripTrailing());
            return;
        }
        Observation seen = stage.send(command.get(), step.fault());
        depth.count(step, seen);
        tell(() -> Told.command(step, seen));
        invariants.forEach((rule, invariant) -> note(rule, invariant.violations(seen)));
    }

    private Played end() {
        if (violated.isEmpty()) {
            invariants.forEach((rule, invariant) -> note(rule, invariant.atTheEnd(stage)));
        }
        return new Played(List.copyOf(steps), violated, List.copyOf(trace), depth);
    }

    private void note(Rule rule, Stream<String> found) {
        found.findFirst().ifPresent(what -> violated.put(rule, what));
    }

    private void tell(Supplier<String> line) {
        if (traced) {
            trace.add(steps.size() + ". " + line.get());
        }
    }
}
