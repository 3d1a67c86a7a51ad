package io.dsreview.api.session;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list of sessions.
 *
 * @param sessions one line per session, in descending order of the ids; may be fewer than asked for, or none, also where more
 *     follow, since deleted ones are left out; copied
 * @param next the query that gives the next page, or null if this is the last one
 */
public record SessionPage(
        List<SessionSummary> sessions, @Nullable SessionQuery next) {

    /** Copies the sessions. */
    public SessionPage {
        sessions = List.copyOf(sessions);
    }
}
