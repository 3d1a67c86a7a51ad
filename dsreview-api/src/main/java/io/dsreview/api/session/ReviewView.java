package io.dsreview.api.session;

import io.dsreview.api.clarification.ClarificationSummary;

/**
 * A session as one actor sees it.
 *
 * @param session the session
 * @param readiness what can be done with it now
 * @param profile what is known about the dataset, how far it can be relied on, and what is missing
 * @param clarification what became of the clarification since it began or was resumed, and what is left
 */
public record ReviewView(
        ReviewSession session, Readiness readiness, DatasetProfile profile, ClarificationSummary clarification) {}
