package io.dsreview.api.superset;

import io.dsreview.api.access.Actor;
import io.dsreview.api.error.Problem;
import io.dsreview.api.execution.DatasetReference;
import io.dsreview.api.execution.DatasetRevision;
import io.dsreview.api.execution.EffectiveInputs;
import io.dsreview.api.execution.ExecutionTarget;
import io.dsreview.api.execution.HandOffLink;
import io.dsreview.api.execution.LaunchOutcome;
import io.dsreview.api.execution.LaunchTerms;
import io.dsreview.api.execution.SentLaunch;
import io.dsreview.api.id.EnvironmentId;
import java.util.List;

/**
 * Has Superset compile and run SQL. The SQL of a preview is what Superset answered, never made or patched here.
 *
 * <p>Called on the thread of the command, concurrently for different commands. Every failure is a value; an exception
 * means a bug. Calls that talk to Superset return within the timeout they are configured with.
 */
public interface SupersetCompilationAdapter {

    /**
     * Reads the state of a dataset's definition, of the chart whose query is the target, and who asks. Never answered
     * from a cache.
     *
     * @param environment the Superset
     * @param dataset the dataset
     * @param target what is to run
     * @param actor on whose behalf
     * @return the revision, or why it cannot be read
     */
    RevisionReading readRevision(
            EnvironmentId environment, DatasetReference dataset, ExecutionTarget target, Actor actor);

    /**
     * Has the SQL for some inputs compiled, without running it and without creating anything.
     *
     * @param inputs the inputs
     * @param actor on whose behalf
     * @return the SQL, or why there is none
     */
    Compilation compile(EffectiveInputs inputs, Actor actor);

    /**
     * Finds out how a launch of an SQL would be sent. Sends nothing that runs.
     *
     * @param inputs the inputs it was compiled from
     * @param sql the SQL
     * @param actor on whose behalf
     * @return the row limit, never above the one in the SQL itself; within the request, and without a version, where Superset
     *     does not tell
     */
    LaunchTerms terms(EffectiveInputs inputs, String sql, Actor actor);

    /**
     * Has SQL Lab run an SQL unchanged, once, on exactly the terms given. Where the
     * answer is lost, or the client id is taken because an earlier try did arrive, the query is looked up; it is never
     * executed a second time. Interrupting the thread ends the waiting, not the query.
     *
     * @param launch the launch
     * @param actor on whose behalf
     * @return how it ended; running, with a reference, if it had not ended when the time was up
     */
    LaunchOutcome launch(SentLaunch launch, Actor actor);

    /**
     * Finds out what became of a launch, and waits for its end if it is running. Executes nothing.
     *
     * @param launch the launch
     * @param actor on whose behalf; Superset shows an identity its own queries only
     * @return how it ended; running if it had not ended when the time was up; unknown if Superset does not tell
     */
    LaunchOutcome lookUp(SentLaunch launch, Actor actor);

    /**
     * Asks SQL Lab to stop a launch, then finds out what became of it, as {@link #lookUp} does but without waiting.
     *
     * @param launch the launch
     * @param actor on whose behalf
     * @return how it ended: failed if it was stopped; running, and why, if Superset cannot stop it
     */
    LaunchOutcome stop(SentLaunch launch, Actor actor);

    /**
     * Makes a link at which a person finds the SQL in SQL Lab. Each call may store the SQL in Superset as one more
     * permalink, so it is for launches that are handed off, never for previews.
     *
     * @param inputs the inputs it was compiled from
     * @param sql the SQL
     * @param actor on whose behalf
     * @return the link; one without the SQL if this Superset has no permalinks and the SQL is too long for an address
     */
    HandOffLink handOffLink(EffectiveInputs inputs, String sql, Actor actor);

    /** What reading a revision gave. */
    sealed interface RevisionReading {

        /**
         * It could be read.
         *
         * @param revision the revision
         */
        record Known(DatasetRevision revision) implements RevisionReading {}

        /**
         * It could not.
         *
         * @param problem why
         */
        record Unknown(Problem problem) implements RevisionReading {}
    }

    /** What compiling gave. */
    sealed interface Compilation {

        /**
         * The SQL.
         *
         * @param sql exactly what Superset answered
         * @param channel how it was compiled, such as {@code chart-data}
         * @param leftOut inputs without effect on this SQL, each with the reason, because Superset's own page leaves them out
         *     of this target as well, such as a time range where there is no time column; copied
         */
        record Compiled(String sql, String channel, List<Problem> leftOut) implements Compilation {

            /** Copies the problems. */
            public Compiled {
                leftOut = List.copyOf(leftOut);
            }

            /**
             * Makes SQL that all inputs have gone into.
             *
             * @param sql exactly what Superset answered
             * @param channel how it was compiled
             */
            public Compiled(String sql, String channel) {
                this(sql, channel, List.of());
            }
        }

        /**
         * Superset could not compile it.
         *
         * @param problems why, each about a filter, variable or column where that is known; never empty; copied
         */
        record Failed(List<Problem> problems) implements Compilation {
            /** Copies the problems. */
            public Failed {
                problems = List.copyOf(problems);
            }
        }

        /**
         * No channel of this Superset carries all inputs.
         *
         * @param problems one per input that cannot be carried; never empty; copied
         */
        record NotCarried(List<Problem> problems) implements Compilation {
            /** Copies the problems. */
            public NotCarried {
                problems = List.copyOf(problems);
            }
        }
    }
}
