package io.dsreview.core.invariant;

import io.dsreview.api.command.CommandContext;
import io.dsreview.api.command.CommandResult;
import io.dsreview.api.command.ReviewCommand;
import io.dsreview.api.command.SessionCommand;
import io.dsreview.api.error.Problem;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Tells a step in one line. */
final class Told {

    private static final int LONGEST_VALUE = 60;
    private static final Set<String> ELSEWHERE = Set.of("context", "actor", "key");

    private Told() {}

    static String choice(Step step) {
        Choices choices = new Choices(step.choice());
        return switch (step.move()) {
            case "SupersetShows" -> choices.of(Contexts.ALL).name();
            case "SupersetCompiles" -> choices.of(Weather.Compiling.values()).name();
            case "SqlLabAnswers" -> choices.of(Weather.Launching.values()).name();
            default -> "";
        };
    }

    static String command(Step step, Observation seen) {
        ReviewCommand command = seen.command();
        List<String> values = new ArrayList<>();
        for (RecordComponent component : command.getClass().getRecordComponents()) {
            if (!ELSEWHERE.contains(component.getName())) {
                values.add(shortened(read(command, component)));
            }
        }
        StringBuilder line =
                new StringBuilder(command.actor().user() + "@" + command.actor().tenant());
        line.append(' ').append(command.actor().roles());
        line.append(' ').append(command.getClass().getSimpleName()).append(values);
        if (command instanceof SessionCommand to) {
            CommandContext context = to.context();
            line.append(" expecting ")
                    .append(context.expectedVersion())
                    .append(" of ")
                    .append(seen.versionBefore());
        }
        if (command.key() != null) {
            line.append(" key ").append(command.key());
        }
        if (step.move().equals("SendAgain")) {
            line.append(" again");
        }
        if (seen.faulty()) {
            line.append(" (").append(step.fault()).append(')');
        }
        return line.append(" -> ")
                .append(seen.result().map(Told::result).orElse("an exception"))
                .toString();
    }

    private static String result(CommandResult result) {
        return result.fold(
                accepted -> "accepted " + accepted.view().session().header().version(),
                rejected -> "rejected "
                        + Stream.concat(
                                        rejected.problems().stream().map(Problem::code),
                                        rejected.unmet().stream()
                                                .map(unmet -> unmet.clause().id()))
                                .toList(),
                conflict -> "conflict " + conflict.expected() + " with " + conflict.actual(),
                duplicate -> "duplicate of " + duplicate.version(),
                notFound -> "not found");
    }

    private static Object read(ReviewCommand command, RecordComponent component) {
        try {
            return String.valueOf(component.getAccessor().invoke(command));
        } catch (IllegalAccessException | InvocationTargetException unreadable) {
            throw new IllegalStateException(component.getName(), unreadable);
        }
    }

    private static String shortened(Object value) {
        String text = value.toString();
        return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE) + "…";
    }
}
