package io.dsreview.api.mapping;

import io.dsreview.api.id.UserId;
import io.dsreview.api.id.VariableId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The value a variable has in a review. What a person set or answered is sent as it stands, so that its approval outlasts another
 * definition of the variable. An accepted default is not sent: it
 * counts as long as it is the default and no filter gives the variable a value.
 *
 * @param variable the variable
 * @param value the value
 * @param origin where it came from
 * @param approval who approved exactly this value and when, or null while it is only a candidate
 */
public record VariableValue(
        VariableId variable,
        String value,
        Origin origin,
        @Nullable Approval approval) {

    /** Where a variable's value came from. */
    public enum Origin {
        /** A parameter of the pasted link. */
        URL,
        /** A parameter stored in the permalink. */
        PERMALINK,
        /** A parameter stored in the state that a key of the link names. */
        SAVED_STATE,
        /** A parameter saved with the chart or query. */
        SAVED,
        /** The answer to a clarification question. */
        ANSWER,
        /** Set by a person. */
        MANUAL,
        /** The template's own default, accepted by a person. */
        ACCEPTED_DEFAULT
    }

    /**
     * Who stands for the value.
     *
     * @param by the person
     * @param at when
     */
    public record Approval(UserId by, Instant at) {}

    /**
     * Tells whether a person stands for this value.
     *
     * @return true if it is approved
     */
    public boolean isApproved() {
        return approval != null;
    }
}
