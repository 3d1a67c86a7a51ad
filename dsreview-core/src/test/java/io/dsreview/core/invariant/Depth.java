package io.dsreview.core.invariant;

import io.dsreview.api.command.CommandResult;
import io.dsreview.api.command.CommandResult.Accepted;
import io.dsreview.api.command.ExecutionCommand.Launch;
import io.dsreview.api.command.ReviewCommand;
import io.dsreview.api.execution.LaunchClause;
import io.dsreview.api.execution.PreviewStatus;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** How deep many sequences went: what share of them met each thing. */
final class Depth {

    private static final int LEAST_MEDIAN = 30;
    private static final double LEAST_READY = 60;
    private static final double LEAST_LAUNCHED = 20;
    private static final double LEAST_OF_EACH = 1;
    private static final double LEAST_OF_EACH_FAULT = 0.25;

    /** How deep one sequence went. */
    static final class Of {
        private final Set<String> met = new HashSet<>();
        private int commands;

        Set<String> met() {
            return met;
        }

        void count(Step step, Observation seen) {
            commands++;
            String name = seen.command().getClass().getSimpleName();
            met.add("command " + name);
            if (seen.result().filter(Accepted.class::isInstance).isPresent()) {
                met.add("accepted " + name);
            }
            seen.result().ifPresentOrElse(result -> count(seen.command(), result), () -> met.add("an exception"));
            if (seen.faulty()) {
                met.add("fault at " + step.fault().place());
            }
            seen.stored().stream()
                    .filter(each -> each.touches("previews"))
                    .flatMap(each -> each.after().execution().preview().stream())
                    .filter(preview -> preview.status() == PreviewStatus.READY)
                    .forEach(ready -> met.add("a READY preview"));
            if (!seen.requests().isEmpty()) {
                met.add("a launch");
            }
        }

        private void count(ReviewCommand command, CommandResult result) {
            met.add("result " + result.getClass().getSimpleName());
            if (command instanceof Launch && result instanceof CommandResult.Rejected rejected) {
                rejected.unmet()
                        .forEach(unmet -> met.add("clause " + unmet.clause().id()));
            }
        }
    }

    private final List<Integer> commands = new ArrayList<>();
    private final Map<String, Integer> met = new TreeMap<>();

    void add(Of sequence) {
        commands.add(sequence.commands);
        sequence.met.forEach(each -> met.merge(each, 1, Integer::sum));
    }

    int sequences() {
        return commands.size();
    }

    int median() {
        return commands.stream().sorted().toList().get(commands.size() / 2);
    }

    double share(String what) {
        return 100.0 * met.getOrDefault(what, 0) / commands.size();
    }

    /** Whatever was met by too few sequences, with its share. */
    List<String> shallow() {
        List<String> shallow = new ArrayList<>();
        if (median() < LEAST_MEDIAN) {
            shallow.add("median of commands: " + median());
        }
        least("a READY preview", LEAST_READY, shallow);
        least("a launch", LEAST_LAUNCHED, shallow);
        Stream.of("Accepted", "Rejected", "Conflict", "Duplicate", "NotFound")
                .forEach(result -> least("result " + result, LEAST_OF_EACH, shallow));
        Moves.ALL.stream().flatMap(move -> move.type().stream()).forEach(type -> {
            least("command " + type.getSimpleName(), LEAST_OF_EACH, shallow);
            least("accepted " + type.getSimpleName(), LEAST_OF_EACH, shallow);
        });
        EnumSet.allOf(LaunchClause.class).forEach(clause -> least("clause " + clause.id(), LEAST_OF_EACH, shallow));
        EnumSet.complementOf(EnumSet.of(Fault.Place.NOWHERE))
                .forEach(place -> least("fault at " + place, LEAST_OF_EACH_FAULT, shallow));
        return shallow;
    }

    private void least(String what, double share, List<String> shallow) {
        if (share(what) < share) {
            shallow.add(what + ": " + share(what) + " %");
        }
    }

    /** A table of all shares. */
    String table() {
        StringBuilder table = new StringBuilder("| met by sequences | share |\n|---|--:|\n");
        met.keySet().forEach(what -> table.append(String.format("| %s | %.1f %% |%n", what, share(what))));
        return table.toString();
    }
}
