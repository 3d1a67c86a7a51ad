package io.dsreview.api.superset;

import io.dsreview.api.error.Problem;
import io.dsreview.api.id.EnvironmentId;

/** What a pasted text turned out to be. Reading it sends nothing anywhere. */
public sealed interface LinkReading {

    /**
     * A link whose context can be recovered.
     *
     * @param link the link, taken apart
     */
    record Supported(SupersetLink link) implements LinkReading {}

    /**
     * A link into a configured environment, of a shape whose context cannot be recovered.
     *
     * @param environment the environment
     * @param problem which shape it is, and which are supported
     */
    record UnsupportedShape(EnvironmentId environment, Problem problem) implements LinkReading {}

    /**
     * No link, or one that matches no configured environment.
     *
     * @param problem why it is refused
     */
    record Refused(Problem problem) implements LinkReading {}
}
