package io.dsreview.api.clarification;

/**
 * What would be assumed without an answer.
 *
 * @param value the assumed answer
 * @param origin where the assumption comes from
 * @param source the name of what it comes from: the column of the filter, the semantic source, or the user who answered before
 */
public record Guess(String value, Origin origin, String source) {

    /** Where an assumption comes from. */
    public enum Origin {
        /** A filter of the link has it as its value. */
        FILTER,
        /** A semantic source ranks first with it. */
        SEMANTIC_SOURCE,
        /** It is the answer so far, to a question that was reopened. */
        ANSWER
    }
}
