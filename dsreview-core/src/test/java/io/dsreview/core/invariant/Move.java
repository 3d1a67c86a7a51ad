package io.dsreview.core.invariant;

import io.dsreview.api.command.CommandContext;
import io.dsreview.api.command.ReviewCommand;
import io.dsreview.core.invariant.Fault.Place;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * Something that can be done in a step: sending a command of one type, or something that happens to the host or to Superset.
 *
 * @param name how a step names it
 * @param type the command it sends, or empty
 * @param weight how much sense it makes now, compared with the others; 0 for never
 * @param action does it
 * @param ports the ports it asks besides those that every command asks; copied
 */
record Move(
        String name,
        Optional<Class<? extends ReviewCommand>> type,
        ToIntFunction<Sight> weight,
        Action action,
        List<Place> ports) {

    /** Makes the command to send, or does something else and gives none. */
    @FunctionalInterface
    interface Action {
        Optional<ReviewCommand> act(Sight sight, CommandContext context, Choices choices);
    }

    /** Makes a command. */
    @FunctionalInterface
    interface Maker {
        ReviewCommand make(Sight sight, CommandContext context, Choices choices);
    }

    /** Something that happens, without a command. */
    @FunctionalInterface
    interface Event {
        void happen(Stage stage, Choices choices);
    }

    Move {
        ports = List.copyOf(ports);
    }

    static Move command(Class<? extends ReviewCommand> type, ToIntFunction<Sight> weight, Maker maker, Place... ports) {
        return new Move(
                type.getSimpleName(),
                Optional.of(type),
                weight,
                (sight, context, choices) -> Optional.of(maker.make(sight, context, choices)),
                List.of(ports));
    }

    static Move event(String name, ToIntFunction<Sight> weight, Event event) {
        return other(name, weight, (sight, context, choices) -> {
            event.happen(sight.stage(), choices);
            return Optional.empty();
        });
    }

    static Move other(String name, ToIntFunction<Sight> weight, Action action) {
        return new Move(name, Optional.empty(), weight, action, List.of());
    }
}
