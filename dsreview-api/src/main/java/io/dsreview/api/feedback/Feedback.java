package io.dsreview.api.feedback;

import io.dsreview.api.canonical.Sha256;
import io.dsreview.api.id.UserId;
import java.time.Instant;

/**
 * What a person thinks of a generated text. It is bound to the very words that the person read: another text of the same
 * target has another hash, and no feedback yet.
 *
 * @param target the text
 * @param text hash of its words, in the language in which they were read
 * @param thumb whether it is any good
 * @param reason why, in the person's own words; may be empty
 * @param by who says so
 * @param at when
 */
public record Feedback(FeedbackTarget target, Sha256 text, Thumb thumb, String reason, UserId by, Instant at) {

    /** Whether a text is any good. */
    public enum Thumb {
        /** It is. */
        UP,
        /** It is not. */
        DOWN
    }
}
