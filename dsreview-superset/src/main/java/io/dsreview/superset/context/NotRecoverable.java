package io.dsreview.superset.context;

import io.dsreview.api.error.Problem;

/** Ends a recovery from anywhere in it; never leaves this package. */
final class NotRecoverable extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    NotRecoverable(Problem problem) {
        super(problem.code(), null, false, false);
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
