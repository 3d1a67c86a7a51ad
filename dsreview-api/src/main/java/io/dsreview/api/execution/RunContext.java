package io.dsreview.api.execution;

import io.dsreview.api.clarification.Answer;
import io.dsreview.api.id.UserId;
import io.dsreview.api.semantic.SemanticField;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The record of a launch that ran: all that was decided and sent. Written once, never changed.
 *
 * @param inputs what was compiled: dataset, target, mappings and values
 * @param fingerprint fingerprint of the inputs, which is that of the preview
 * @param sql the SQL that was sent, or null for a manual launch without SQL
 * @param reference where it ran: Superset's link, or what a person named
 * @param fields the meanings of the fields at that time; copied
 * @param answers the answers given until then; copied
 * @param by who launched
 * @param at when
 */
public record RunContext(
        EffectiveInputs inputs,
        InputFingerprint fingerprint,
        @Nullable String sql,
        String reference,
        List<SemanticField> fields,
        List<Answer> answers,
        UserId by,
        Instant at) {

    /** Copies both lists. */
    public RunContext {
        fields = List.copyOf(fields);
        answers = List.copyOf(answers);
    }
}
