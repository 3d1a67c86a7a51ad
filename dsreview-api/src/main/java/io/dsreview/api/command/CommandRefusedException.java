package io.dsreview.api.command;

import io.dsreview.api.command.CommandResult.Conflict;
import io.dsreview.api.command.CommandResult.Duplicate;
import io.dsreview.api.command.CommandResult.NotFound;
import io.dsreview.api.command.CommandResult.Rejected;
import io.dsreview.api.error.ProblemText;
import io.dsreview.api.error.Words;
import io.dsreview.api.gate.ClauseText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A result that was not success, for callers who asked for an exception. The message gives all reasons and cures. */
public final class CommandRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final String BUNDLE = "io.dsreview.api.command.Results";

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
     * @param locale the reader's language; falls back to English
     * @return all reasons with their cures, one sentence after the other
     */
    public static String describe(CommandResult result, Locale locale) {
        if (result instanceof Rejected rejected) {
            List<String> reasons = new ArrayList<>();
            rejected.problems()
                    .forEach(problem ->
                            reasons.add(ProblemText.of(problem, locale).toString()));
            rejected.unmet().forEach(clause -> reasons.add(ClauseText.sentence(clause, locale)));
            return String.join(" ", reasons);
        }
        if (result instanceof Conflict conflict) {
            Map<String, String> versions =
                    Map.of("expected", Long.toString(conflict.expected()), "actual", Long.toString(conflict.actual()));
            return Words.of(BUNDLE, locale, versions).get("conflict");
        }
        Words words = Words.of(BUNDLE, locale, Map.of());
        if (result instanceof NotFound) {
            return words.get("notFound");
        }
        return words.get(result instanceof Duplicate ? "duplicate" : "done");
    }
}
