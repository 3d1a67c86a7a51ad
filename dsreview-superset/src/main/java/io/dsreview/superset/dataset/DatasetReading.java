package io.dsreview.superset.dataset;

import io.dsreview.api.error.Problem;

/** What reading a dataset gave. */
public sealed interface DatasetReading {

    /**
     * It is there.
     *
     * @param definition what defines it
     */
    record Defined(DatasetDefinition definition) implements DatasetReading {}

    /**
     * It is not there for this identity: gone, or hidden, which Superset does not tell apart.
     *
     * @param problem what Superset answered
     */
    record Hidden(Problem problem) implements DatasetReading {}

    /**
     * Nobody knows.
     *
     * @param problem why it could not be read
     */
    record Unread(Problem problem) implements DatasetReading {}
}
