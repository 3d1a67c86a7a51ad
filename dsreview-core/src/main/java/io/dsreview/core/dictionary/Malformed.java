package io.dsreview.core.dictionary;

import io.dsreview.api.error.Problem;
import java.util.ArrayList;
import java.util.List;

/** Says that a source cannot be used; nothing of it is. */
public final class Malformed extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    Malformed(Problem problem) {
        super(problem.code());
        this.problem = problem;
    }

    static Malformed at(Spot spot, DictionaryProblem code, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("line", Long.toString(spot.line()), "column", Long.toString(spot.column())));
        return new Malformed(Problem.of(code, all.toArray(String[]::new)));
    }

    /** Returns the same place under another code. */
    Malformed as(DictionaryProblem code) {
        return new Malformed(Problem.of(
                code,
                "line",
                problem.arguments().getOrDefault("line", "1"),
                "column",
                problem.arguments().getOrDefault("column", "1")));
    }

    /**
     * Returns what is wrong, and where.
     *
     * @return the problem
     */
    public Problem problem() {
        return problem;
    }
}
