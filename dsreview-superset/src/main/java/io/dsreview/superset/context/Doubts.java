package io.dsreview.superset.context;

import io.dsreview.api.error.Problem;
import io.dsreview.superset.error.SupersetErrorCode;
import org.jspecify.annotations.Nullable;

/** What is not known about one thing. The gravest reason comes first and is the one that is shown. */
final class Doubts {

    private final String target;
    private @Nullable Problem first;
    private boolean required;

    Doubts(String target) {
        this.target = target;
    }

    void add(boolean mustBeSettled, SupersetErrorCode code, String... arguments) {
        if (first == null || (mustBeSettled && !required)) {
            first = Problem.of(code, arguments).about(target);
        }
        required |= mustBeSettled;
    }

    @Nullable
    Problem first() {
        return first;
    }

    boolean isRequired() {
        return required;
    }
}
