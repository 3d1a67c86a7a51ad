package io.dsreview.api.command;

import io.dsreview.api.command.CommandResult.Conflict;
import io.dsreview.api.command.CommandResult.Rejected;
import io.dsreview.api.error.ProblemText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A result that was not success, for callers who asked for an exception. The message gives all reasons and cures. */
public final class CommandRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient CommandResult result;

    /**
     * Makes the exception for a result.
     *
     * @param result the result
     */
    public CommandRefusedException(CommandResult result) {
        super(describe(result, Locale.ENGLISH));
        this.result = result;
    }

    /**
     * Returns the result.
     *
     * @return the result as data
     */
    public CommandResult result() {
        return result;
    }

    /**
     * Puts a result into words.
     *
     * @param result the result
     * @param locale the reader's language
     * @return all reasons with their cures, one sentence after the other
     */
    public static String describe(CommandResult result, Locale locale) {
        if (result instanceof Rejected rejected) {
            List<String> reasons = new ArrayList<>();
            rejected.problems()
                    .forEach(problem ->
                            reasons.add(ProblemText.of(problem, locale).toString()));
            rejected.unmet().forEach(clause -> reasons.add(clause.toString()));
            return String.join(" ", reasons);
        }
        if (result instanceof Conflict conflict) {
            return "The session is at version " + conflict.actual() + ", the command was decided on version "
                    + conflict.expected() + ". Load the session again, look at what changed, and decide anew.";
        }
        if (result instanceof CommandResult.NotFound) {
            return "There is no such session within reach. Check its id, or ask its owner.";
        }
        return "The command was done.";
    }
}
