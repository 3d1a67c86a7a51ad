package io.dsreview.api.command;

import io.dsreview.api.access.Permission;
import io.dsreview.api.id.QuestionId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Clears doubts, one question at a time. */
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
            implements ClarificationCommand {

        @Override
        public Permission permission() {
            return Permission.CLARIFICATION_ANSWER;
        }
    }
}
