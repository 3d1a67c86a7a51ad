package io.dsreview.core.invariant;

import io.dsreview.api.command.ReviewCommand;
import io.dsreview.api.session.ReviewSession;
import io.dsreview.api.store.SessionCommit;
import io.dsreview.api.store.StoredHeader;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * A commit that the store took.
 *
 * @param commit what was stored
 * @param previous the columns before, or empty for a new session
 * @param before the session before, or empty for a new one
 * @param after the session as a reader finds it now
 * @param rewritten the parts that were stored anew; each other one is what it was
 * @param cause the command on whose behalf
 * @param executionOn whether execution was switched on
 * @param at when
 */
record Stored(
        SessionCommit commit,
        Optional<StoredHeader> previous,
        Optional<ReviewSession> before,
        ReviewSession after,
        Set<String> rewritten,
        ReviewCommand cause,
        boolean executionOn,
        Instant at) {

    long version() {
        return after.header().version();
    }

    long previousVersion() {
        return previous.map(header -> header.session().version()).orElse(0L);
    }

    /** A refusal or a denial: it is in the ledger, and moves nothing. */
    boolean isRefusal() {
        return version() == previousVersion() && !isProgress();
    }

    /** How far a recovery is: nobody decided anything, so that neither the version nor the ledger moves. */
    boolean isProgress() {
        return version() == previousVersion() && commit.entries().isEmpty() && rewritten.equals(Set.of("recovery"));
    }

    /** The end of a session's content. */
    boolean isDeletion() {
        return commit.erases();
    }

    /** Tells whether any of these parts may have changed. */
    boolean touches(String... parts) {
        return Arrays.stream(parts).anyMatch(rewritten::contains);
    }
}
