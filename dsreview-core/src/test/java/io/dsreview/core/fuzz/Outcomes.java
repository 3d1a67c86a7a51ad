package io.dsreview.core.fuzz;

import io.dsreview.api.command.CommandResult;
import io.dsreview.api.command.ReviewCommand;
import java.util.Map;
import java.util.TreeMap;

/** Counts how commands ended, by kind. Not thread-safe. */
final class Outcomes {

    private final Map<String, Integer> counts = new TreeMap<>();
    private long commands;

    void count(ReviewCommand command, CommandResult result) {
        commands++;
        counts.merge(
                command.getClass().getSimpleName() + " " + result.getClass().getSimpleName(), 1, Integer::sum);
    }

    boolean has(Class<?> command, Class<? extends CommandResult> result) {
        return counts.containsKey(command.getSimpleName() + " " + result.getSimpleName());
    }

    long commands() {
        return commands;
    }

    @Override
    public String toString() {
        return counts.toString();
    }
}
