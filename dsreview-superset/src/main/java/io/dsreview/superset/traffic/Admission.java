package io.dsreview.superset.traffic;

import io.dsreview.superset.error.SupersetErrorCode;
import java.time.Duration;

/** What asking to send a request gave. */
public sealed interface Admission {

    /** What an exchange says about the server. */
    enum Verdict {
        /** It is there, and answered. */
        WORKING,
        /** It could not be reached, or did not answer. */
        FAILING,
        /** Nothing. */
        NONE
    }

    /** It may be sent now. {@link #end} is called exactly once, whatever happened. */
    non-sealed interface Pass extends Admission {

        /**
         * Gives the place back.
         *
         * @param verdict what the exchange says about the server
         * @param took how long it took
         */
        void end(Verdict verdict, Duration took);
    }

    /**
     * It may not be sent.
     *
     * @param code why
     * @param time the limit that was met: how long was waited, or how long nothing is sent
     */
    record Refused(SupersetErrorCode code, Duration time) implements Admission {}
}
