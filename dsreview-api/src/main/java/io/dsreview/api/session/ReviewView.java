package io.dsreview.api.session;

/**
 * A session as one actor sees it.
 *
 * @param session the session
 * @param readiness what can be done with it now
 * @param profile what is known about the dataset, how far it can be relied on, and what is missing
 */
public record ReviewView(ReviewSession session, Readiness readiness, DatasetProfile profile) {}
