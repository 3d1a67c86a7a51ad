package io.dsreview.api.superset;

import io.dsreview.api.access.Actor;
import io.dsreview.api.error.Problem;
import io.dsreview.api.id.EnvironmentId;
import java.util.Optional;

/**
 * Finds out what a pasted link means.
 *
 * <p>Called on the thread of the command, to recover on one of the host's executor; concurrently for different commands. Every failure is a value; an exception
 * means a bug. Calls that talk to Superset return within the timeout they are configured with.
 */
public interface SupersetContextExtractor {

    /**
     * Reads a pasted text. Sends nothing.
     *
     * @param pastedLink the text, as it was pasted
     * @return what it is
     */
    LinkReading read(String pastedLink);

    /**
     * Returns the link to the page of a dataset, which {@link #read} takes. Sends nothing.
     *
     * @param environment the environment
     * @param dataset Superset's id of the dataset
     * @return the link, or empty if no such environment is configured
     */
    Optional<String> linkTo(EnvironmentId environment, long dataset);

    /**
     * Asks an environment whether it answers and lets the actor in. Bounded: one short exchange.
     *
     * @param environment the environment
     * @param actor on whose behalf
     * @return why it cannot be used, or empty if it can
     */
    Optional<Problem> probe(EnvironmentId environment, Actor actor);

    /**
     * Recovers the context of a link by reading from Superset. Creates nothing there. Ends as soon as it can once its thread
     * is interrupted, or the monitor says so.
     *
     * @param link the link
     * @param actor on whose behalf
     * @param monitor hears how far it is; may be told of every request
     * @return the context, in which everything that could not be recovered is marked; or why there is none
     */
    Recovery recover(SupersetLink link, Actor actor, RecoveryMonitor monitor);

    /**
     * Recovers the context of a link, without anybody who listens.
     *
     * @param link the link
     * @param actor on whose behalf
     * @return the context, or why there is none
     */
    default Recovery recover(SupersetLink link, Actor actor) {
        return recover(link, actor, RecoveryMonitor.none());
    }

    /** How a recovery ended. */
    sealed interface Recovery {

        /**
         * There is a context, complete or partial.
         *
         * @param context the context
         */
        record Recovered(RecoveredContext context) implements Recovery {}

        /**
         * There is none.
         *
         * @param problem why
         */
        record Failed(Problem problem) implements Recovery {}
    }
}
