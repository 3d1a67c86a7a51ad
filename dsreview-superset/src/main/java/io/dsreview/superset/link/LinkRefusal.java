package io.dsreview.superset.link;

import io.dsreview.api.error.Problem;
import io.dsreview.superset.error.SupersetErrorCode;

/** Ends the reading of a link from anywhere in it; never leaves this package. */
final class LinkRefusal extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    LinkRefusal(SupersetErrorCode code, String... arguments) {
        super(code.code(), null, false, false);
        this.problem = Problem.of(code, arguments);
    }

    Problem problem() {
        return problem;
    }
}
