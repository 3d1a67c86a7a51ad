package io.dsreview.api.store;

import io.dsreview.api.id.EnvironmentId;
import io.dsreview.api.ledger.LedgerHead;
import io.dsreview.api.session.SessionHeader;
import io.dsreview.api.session.SessionSummary;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a stored session. A store may index them; all else is bytes.
 *
 * @param session whose it is, its version and its status
 * @param environment the environment of what is reviewed
 * @param title what a list calls the session; text from Superset, may be empty
 * @param activeQuestion id of the one question that is asked now, or null
 * @param ledger the end of the session's ledger
 * @param lastRefusal hash of the refusal that was recorded last, or null; repeats of it are not recorded again
 */
public record StoredHeader(
        SessionHeader session,
        EnvironmentId environment,
        String title,
        @Nullable String activeQuestion,
        LedgerHead ledger,
        @Nullable String lastRefusal) {

    /**
     * Returns the line of this session in a list.
     *
     * @return the line
     */
    public SessionSummary summary() {
        return new SessionSummary(session, environment, title, activeQuestion);
    }

    /**
     * Returns the columns after something was appended to the ledger alone.
     *
     * @param head the end of the ledger
     * @param refusal hash of the refusal that was recorded
     * @return the copy
     */
    public StoredHeader withRefusal(LedgerHead head, String refusal) {
        return new StoredHeader(session, environment, title, activeQuestion, head, refusal);
    }
}
