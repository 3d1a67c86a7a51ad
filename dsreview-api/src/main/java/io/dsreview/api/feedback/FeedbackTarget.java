package io.dsreview.api.feedback;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * A generated text of a session.
 *
 * @param kind what sort of text it is
 * @param id which one: the id of the field, question or finding; empty for {@link Kind#PROFILE}
 */
public record FeedbackTarget(
        @NotNull Kind kind, @NotNull @Size(max = LONGEST_ID) String id) {

    /** Longest id, in UTF-16 code units. */
    public static final int LONGEST_ID = 4_000;

    /** What texts are generated. */
    public enum Kind {
        /** The summary of the dataset's profile. */
        PROFILE,
        /** The meaning of a field as a model drafted it. */
        DRAFT,
        /** An open question, and why it matters. */
        QUESTION,
        /** A finding that is not resolved, and its cure. */
        FINDING
    }
}
