package io.dsreview.api.session;

import io.dsreview.api.id.EnvironmentId;
import io.dsreview.api.id.SessionId;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which sessions to list, and where to go on. It looks only at what is stored beside the documents, so that a store answers it
 * from an index. What is derived, such as readiness, is not stored, and cannot be asked for.
 *
 * <p>Sessions come in descending order of their ids, which is the one started last first. An id never changes: a session that
 * matches during the whole paging comes exactly once, whatever is changed meanwhile.
 *
 * @param statuses the statuses to list; copied
 * @param environment the only environment to list, or null for all
 * @param text what the title must contain, in whatever case; empty for anything
 * @param updatedSince the moment of the earliest last change to list, or null
 * @param after the last session of the page before, or null for the first page
 * @param limit most sessions of the page, 1 to {@value #LARGEST_PAGE}
 */
public record SessionQuery(
        Set<SessionStatus> statuses,
        @Nullable EnvironmentId environment,
        String text,
        @Nullable Instant updatedSince,
        @Nullable SessionId after,
        int limit) {

    /** Most sessions of one page. */
    public static final int LARGEST_PAGE = 1_000;

    /** The first page of 50 sessions of every environment, without archived ones. */
    public static final SessionQuery DEFAULT =
            new SessionQuery(EnumSet.of(SessionStatus.ACTIVE, SessionStatus.CANCELLED), null, "", null, null, 50);

    /**
     * Copies the statuses.
     *
     * @throws IllegalArgumentException if the limit is out of range
     */
    public SessionQuery {
        statuses = Collections.unmodifiableSet(new TreeSet<>(statuses));
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw new IllegalArgumentException("the limit " + limit + " is out of range; it is 1 to " + LARGEST_PAGE);
        }
    }

    /**
     * Lists sessions of other statuses.
     *
     * @param first a status
     * @param more more of them
     * @return the copy
     */
    public SessionQuery withStatuses(SessionStatus first, SessionStatus... more) {
        return new SessionQuery(EnumSet.of(first, more), environment, text, updatedSince, after, limit);
    }

    /**
     * Lists one environment only.
     *
     * @param only the environment
     * @return the copy
     */
    public SessionQuery withEnvironment(EnvironmentId only) {
        return new SessionQuery(statuses, only, text, updatedSince, after, limit);
    }

    /**
     * Lists only sessions whose title contains a text.
     *
     * @param contained the text
     * @return the copy
     */
    public SessionQuery withText(String contained) {
        return new SessionQuery(statuses, environment, contained, updatedSince, after, limit);
    }

    /**
     * Lists only sessions that were changed at a moment or after it.
     *
     * @param moment the moment
     * @return the copy
     */
    public SessionQuery withUpdatedSince(Instant moment) {
        return new SessionQuery(statuses, environment, text, moment, after, limit);
    }

    /**
     * Goes on after a session.
     *
     * @param last the last session of the page before
     * @return the copy
     */
    public SessionQuery withAfter(SessionId last) {
        return new SessionQuery(statuses, environment, text, updatedSince, last, limit);
    }

    /**
     * Makes smaller or larger pages.
     *
     * @param most most sessions of a page, 1 to {@value #LARGEST_PAGE}
     * @return the copy
     * @throws IllegalArgumentException if that is out of range
     */
    public SessionQuery withLimit(int most) {
        return new SessionQuery(statuses, environment, text, updatedSince, after, most);
    }

    /**
     * Tells whether a session belongs to the list, on this page or on a later one.
     *
     * @param session the session
     * @return true if everything matches, and it comes after {@link #after}
     */
    public boolean matches(SessionSummary session) {
        SessionHeader header = session.header();
        return statuses.contains(header.status())
                && (environment == null || environment.equals(session.environment()))
                && session.title().toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT))
                && (updatedSince == null || !header.updatedAt().isBefore(updatedSince))
                && (after == null || header.id().value().compareTo(after.value()) < 0);
    }
}
