package io.dsreview.core.pipeline;

import io.dsreview.api.error.Problem;
import io.dsreview.core.finding.ReviewProblem;
import io.dsreview.core.validation.StorableAnswer;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls a port of a host, whose exceptions, and answers that cannot be stored, must not end a command half-way: they become a
 * problem. The exception's text is not logged, since it may hold anything.
 */
final class Guard {

    private static final Logger LOG = LoggerFactory.getLogger(Guard.class);

    <T> T orElse(Supplier<T> call, Function<Problem, ? extends T> otherwise) {
        T answer;
        try {
            answer = Objects.requireNonNull(call.get(), "the port answered null");
        } catch (RuntimeException broken) {
            LOG.error("PORT_FAILED {} at {}", broken.getClass().getName(), origin(broken));
            return otherwise.apply(Problem.of(ReviewProblem.INTERRUPTED));
        }
        if (StorableAnswer.isStorable(answer)) {
            return answer;
        }
        LOG.error("PORT_ANSWER_NOT_STORABLE {}", answer.getClass().getName());
        return otherwise.apply(Problem.of(ReviewProblem.ANSWER_NOT_STORABLE));
    }

    private static String origin(RuntimeException broken) {
        StackTraceElement[] trace = broken.getStackTrace();
        return trace.length == 0 ? "an unknown place" : trace[0].toString();
    }
}
