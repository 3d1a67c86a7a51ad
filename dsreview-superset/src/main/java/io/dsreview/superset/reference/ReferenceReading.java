package io.dsreview.superset.reference;

import io.dsreview.api.error.Problem;

/** What reading a reference dataset gave. */
sealed interface ReferenceReading {

    /**
     * It is there, and said all of it in one state.
     *
     * @param reference what it says
     */
    record Read(Reference reference) implements ReferenceReading {}

    /**
     * It cannot be used.
     *
     * @param problem why
     */
    record Unread(Problem problem) implements ReferenceReading {}
}
