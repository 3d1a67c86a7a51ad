package io.dsreview.api.session;

/**
 * A session as one actor sees it.
 *
 * @param session the session
 * @param readiness what can be done with it now
 */
public record ReviewView(ReviewSession session, Readiness readiness) {}
