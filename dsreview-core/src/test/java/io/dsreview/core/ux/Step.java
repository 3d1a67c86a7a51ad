package io.dsreview.core.ux;

import io.dsreview.api.access.Actor;
import io.dsreview.api.access.Role;
import io.dsreview.api.command.CommandContext;
import io.dsreview.api.command.SessionCommand;
import io.dsreview.api.screen.UiState;
import io.dsreview.api.session.RecommendedAction;
import io.dsreview.api.session.ReviewView;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One thing that happens on a path: a command, an event, or a look at something.
 *
 * @param take takes it on a walk, which checks that it ends as it is described
 */
record Step(Consumer<Walk> take) {

    /** The owner of the reviews, with another role of hers. */
    static Actor annAs(Role role) {
        return Actor.of("acme", "ann", role);
    }

    /** Pastes a link, which is accepted. */
    static Step pastes(String what, RecommendedAction next) {
        return new Step(walk -> walk.start(what, "link", "done", next));
    }

    /** Pastes a link, which is refused: there is no session. */
    static Step pasted(String what, String link, String code) {
        return new Step(walk -> walk.start(what, link, "refused: " + code, null));
    }

    /** Gives a command, which is accepted. */
    static Step does(String what, Function<CommandContext, SessionCommand> command, RecommendedAction next) {
        return new Step(walk -> walk.command(what, command, "done", next));
    }

    /** Gives a command that is refused for these codes and clauses. */
    static Step refused(
            String what, Function<CommandContext, SessionCommand> command, String why, RecommendedAction next) {
        return new Step(walk -> walk.command(what, command, "refused: " + why, next));
    }

    /** Gives a command that was given before. */
    static Step repeats(String what, Function<CommandContext, SessionCommand> command, RecommendedAction next) {
        return new Step(walk -> walk.command(what, command, "done before", next));
    }

    /** Gives a command on the version before the last change. */
    static Step stale(String what, Function<CommandContext, SessionCommand> command, RecommendedAction next) {
        return new Step(walk -> walk.command(
                what,
                context -> command.apply(new CommandContext(
                        context.actor(), context.session(), context.expectedVersion() - 1, context.key())),
                "stale",
                next));
    }

    /** Gives a command to a session that is not within reach. */
    static Step unreachable(String what, Function<CommandContext, SessionCommand> command) {
        return new Step(walk -> walk.command(what, command, "not found", null));
    }

    /** Gives a command in which the process ends. */
    static Step crashes(String what, Function<CommandContext, SessionCommand> command, RecommendedAction next) {
        return new Step(walk -> walk.crash(what, command, next));
    }

    /** Something happens without a command, and is seen at once. */
    static Step happens(String what, Consumer<Walk> event, RecommendedAction next) {
        return new Step(walk -> {
            event.accept(walk);
            walk.look(what, next);
        });
    }

    /** Something happens that nobody sees before the next step. */
    static Step unseen(Consumer<Walk> event) {
        return new Step(event);
    }

    /** Somebody else, or the same person with another role, goes on. */
    static Step as(Actor actor, String what) {
        return new Step(walk -> walk.as(actor, what));
    }

    /** A screen without a session. */
    static Step shows(String what, UiState screen) {
        return new Step(walk -> walk.screen(what, screen));
    }

    /** Reads a text that is there all the time. */
    static Step reads(String what, BiFunction<ReviewView, Locale, List<String>> text) {
        return new Step(walk -> walk.read(what, text));
    }
}
