package io.dsreview.api.execution;

import io.dsreview.api.canonical.Sha256;
import io.dsreview.api.error.Problem;
import io.dsreview.api.id.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a launch ended, or what is known of one that may not have ended. */
public sealed interface LaunchOutcome {

    /**
     * SQL Lab ran the query.
     *
     * @param reference where
     * @param executedSql hash of the SQL that Superset says it executed, with its row limit applied; null if it did not
     *     say
     * @param results how many rows it gave, and where they are kept
     */
    record Succeeded(SqlLabReference reference, @Nullable Sha256 executedSql, QueryResults results)
            implements LaunchOutcome {}

    /**
     * SQL Lab took the query over, and it had not ended when the time was up. It is looked up, and sent again only as
     * a launch of its own, when a person has approved anew.
     *
     * @param reference where
     * @param problem why nothing more is known yet
     */
    record Running(SqlLabReference reference, Problem problem) implements LaunchOutcome {}

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
     * Nobody knows whether it ran: the answer was lost. It is looked up, and sent again only as
     * a launch of its own, when a person has approved anew.
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

    /**
     * Tells whether looking the launch up may still change how it ended.
     *
     * @return true for {@link Running} and {@link Unknown}
     */
    default boolean isOpen() {
        return this instanceof Running || this instanceof Unknown;
    }
}
