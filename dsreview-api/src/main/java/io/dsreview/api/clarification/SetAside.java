package io.dsreview.api.clarification;

import io.dsreview.api.id.QuestionId;
import io.dsreview.api.id.UserId;
import java.time.Instant;

/**
 * A question that somebody did not answer when it was asked. It stays open, and blocks if it did.
 *
 * @param question the question
 * @param reason why it was not answered
 * @param note what the expert should know; text of a person, may be empty
 * @param by who set it aside
 * @param at when
 */
public record SetAside(QuestionId question, Reason reason, String note, UserId by, Instant at) {

    /** Why a question was not answered. */
    public enum Reason {
        /** Not now: it is asked again after all others. */
        SKIPPED,
        /** It needs an expert: it is not asked again until it is reopened. */
        DEFERRED
    }
}
