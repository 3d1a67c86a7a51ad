package io.dsreview.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.api.command.CommandResult;
import io.dsreview.api.command.CommandResult.Accepted;
import io.dsreview.api.command.CommandResult.Duplicate;
import io.dsreview.api.command.CommandResult.Rejected;
import io.dsreview.api.error.Problem;
import io.dsreview.api.error.RetryClass;
import java.util.List;
import java.util.Map;

/** Reads results in tests; a result of another case than the one asked for fails the test with its content. */
public final class Results {

    private Results() {}

    public static Accepted accepted(CommandResult result) {
        assertThat(result).isInstanceOf(Accepted.class);
        return (Accepted) result;
    }

    public static Duplicate duplicate(CommandResult result) {
        assertThat(result).isInstanceOf(Duplicate.class);
        return (Duplicate) result;
    }

    public static Rejected rejected(CommandResult result) {
        assertThat(result).isInstanceOf(Rejected.class);
        return (Rejected) result;
    }

    /** The codes of a refusal, in order. */
    public static List<String> codes(CommandResult result) {
        return rejected(result).problems().stream().map(Problem::code).toList();
    }

    /** The ids of the clauses that a refusal names, in order. */
    public static List<String> clauses(CommandResult result) {
        return rejected(result).unmet().stream()
                .map(unmet -> unmet.clause().id())
                .toList();
    }

    /** A problem as an adapter would report it. */
    public static Problem problem(String code) {
        return new Problem(code, RetryClass.FIX_FIRST, "io.dsreview.core.Messages", Map.of(), null);
    }
}
