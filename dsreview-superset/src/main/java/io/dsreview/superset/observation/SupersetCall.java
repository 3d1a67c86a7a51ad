package io.dsreview.superset.observation;

import io.dsreview.api.id.EnvironmentId;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One try to ask a Superset something. Holds no value of a request or an answer, and no secret.
 *
 * @param environment whom
 * @param request what was asked: one of a few constants, such as {@code dashboard charts}
 * @param status the HTTP status of a complete answer; empty if there was none
 * @param problem the code of the problem where there was no complete answer; empty if there was one
 * @param duration how long it took, without the waiting for its turn
 * @param attempt 1 for the first try; 2 and more for the repetitions of the same request
 * @param fromCache true if the answer was there already and nothing was sent
 */
public record SupersetCall(
        EnvironmentId environment,
        String request,
        OptionalInt status,
        Optional<String> problem,
        Duration duration,
        int attempt,
        boolean fromCache) {}
