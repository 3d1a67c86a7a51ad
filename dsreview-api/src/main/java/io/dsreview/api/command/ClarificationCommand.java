package io.dsreview.api.command;

import io.dsreview.api.access.Permission;
import io.dsreview.api.id.QuestionId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Clears doubts, one question at a time. All of them need the permission to answer. */
public sealed interface ClarificationCommand extends SessionCommand {

    /**
     * Answers the active question. The answer is stored before the next question is chosen.
     *
     * @param context actor, session, expected version and key
     * @param question the active question
     * @param value one of its options, or free text where the question takes it, 1 to {@value ReviewCommand#MAX_TEXT}
     *     characters
     */
    record AnswerQuestion(
            @NotNull @Valid CommandContext context,
            @NotNull QuestionId question,
            @NotBlank @Size(max = MAX_TEXT) String value)
            implements ClarificationCommand {}

    /**
     * Does not answer the active question now. It stays open, and is asked again after all others.
     *
     * @param context actor, session, expected version and key
     * @param question the active question
     */
    record SkipQuestion(
            @NotNull @Valid CommandContext context, @NotNull QuestionId question) implements ClarificationCommand {}

    /**
     * Leaves the active question to an expert. It stays open, and is not asked again until it is reopened.
     *
     * @param context actor, session, expected version and key
     * @param question the active question
     * @param note what the expert should know, at most {@value ReviewCommand#MAX_TEXT} characters; may be empty
     */
    record DeferQuestion(
            @NotNull @Valid CommandContext context,
            @NotNull QuestionId question,
            @NotNull @Size(max = MAX_TEXT) String note)
            implements ClarificationCommand {}

    /**
     * Asks a question again: one that was skipped or deferred, in its turn; or one that was answered, if what the answer did
     * can still be revised. What it did stays until another answer replaces it.
     *
     * @param context actor, session, expected version and key
     * @param question the question
     */
    record ReopenQuestion(
            @NotNull @Valid CommandContext context, @NotNull QuestionId question) implements ClarificationCommand {}

    /**
     * Asks nothing until the clarification is resumed.
     *
     * @param context actor, session, expected version and key
     */
    record PauseClarification(@NotNull @Valid CommandContext context) implements ClarificationCommand {}

    /**
     * Asks again, after a pause.
     *
     * @param context actor, session, expected version and key
     */
    record ResumeClarification(@NotNull @Valid CommandContext context) implements ClarificationCommand {}

    @Override
    default Permission permission() {
        return Permission.CLARIFICATION_ANSWER;
    }
}
