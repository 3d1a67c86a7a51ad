package io.dsreview.core.invariant;

import io.dsreview.api.command.CommandResult;
import io.dsreview.api.command.ReviewCommand;
import java.util.List;
import java.util.Optional;

/**
 * What could be seen of one command, from outside.
 *
 * @param command what was sent
 * @param versionBefore the version of its session before, or 0
 * @param result how it ended for the caller, or empty if it ended with an exception
 * @param unexpected an exception that the core threw by itself: no port broke and no process died
 * @param stored what was stored meanwhile, oldest first; by this command or by a second writer
 * @param requests what arrived at SQL Lab meanwhile
 * @param faulty true if what was to go wrong did
 * @param stage where it happened
 */
record Observation(
        ReviewCommand command,
        long versionBefore,
        Optional<CommandResult> result,
        Optional<RuntimeException> unexpected,
        List<Stored> stored,
        List<Weather.Request> requests,
        boolean faulty,
        Stage stage) {

    /** What this very command stored. */
    List<Stored> own() {
        return stored.stream().filter(each -> each.cause() == command).toList();
    }
}
