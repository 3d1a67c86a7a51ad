package io.dsreview.api.execution;

import io.dsreview.api.canonical.Sha256;
import io.dsreview.api.error.Problem;
import io.dsreview.api.id.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a launch ended. */
public sealed interface LaunchOutcome {

    /**
     * SQL Lab ran the query.
     *
     * @param reference where
     * @param executedSql hash of the SQL that Superset says it executed, with its row limit applied; null if it did not
     *     say
     * @param rows number of rows it returned
     */
    record Succeeded(SqlLabReference reference, @Nullable Sha256 executedSql, long rows) implements LaunchOutcome {}

    /**
     * SQL Lab tried and failed.
     *
     * @param problem why
     */
    record Failed(Problem problem) implements LaunchOutcome {}

    /**
     * Superset does not let this identity execute; the launch can be taken over by hand.
     *
     * @param problem why
     */
    record Refused(Problem problem) implements LaunchOutcome {}

    /**
     * Nobody knows whether it ran: the answer was lost. It is looked up, never repeated.
     *
     * @param problem why it is unknown
     */
    record Unknown(Problem problem) implements LaunchOutcome {}

    /**
     * A person took the launch over by hand, and says that it ran.
     *
     * @param reference what the person names as evidence, such as a query id or link
     * @param by who says so
     * @param at when
     */
    record ConfirmedByHand(String reference, UserId by, Instant at) implements LaunchOutcome {}
}
