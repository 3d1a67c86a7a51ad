package io.dsreview.api.clarification;

import io.dsreview.api.canonical.BoundedText;
import io.dsreview.api.id.QuestionId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One doubt, as a payload that can be shown in a chat. Its words come from {@link QuestionText}.
 *
 * @param id derived from topic and subject
 * @param topic what it is about
 * @param subject the id of the thing it is about; empty for {@link Topic#DATASET}
 * @param blocking true if nothing can be launched while it is open
 * @param impact how many fields, mappings and clauses hang on it; larger is asked earlier
 * @param raisedAt when the doubt arose; older is asked earlier
 * @param guess what would be assumed, or null
 * @param options suggested answers; copied
 * @param freeText true if other answers than the options are legal
 */
public record Question(
        QuestionId id,
        Topic topic,
        String subject,
        boolean blocking,
        int impact,
        Instant raisedAt,
        @Nullable Guess guess,
        List<Option> options,
        boolean freeText) {

    /** Copies the options. */
    public Question {
        options = List.copyOf(options);
    }

    /**
     * Returns the id that a question about a subject has.
     *
     * @param topic the topic
     * @param subject the id of the thing; empty for {@link Topic#DATASET}
     * @return the id
     */
    public static QuestionId idOf(Topic topic, String subject) {
        return new QuestionId(BoundedText.of(subject.isEmpty() ? topic.name() : topic.name() + ":" + subject));
    }

    /**
     * Tells whether an answer is one this question takes.
     *
     * @param value the answer
     * @return true if it is an option, or any non-blank text where free text is legal
     */
    public boolean accepts(String value) {
        return (freeText && !value.isBlank())
                || options.stream().anyMatch(option -> option.value().equals(value));
    }
}
