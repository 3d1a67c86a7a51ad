package io.dsreview.api.command;

import io.dsreview.api.access.Permission;
import io.dsreview.api.feedback.Feedback.Thumb;
import io.dsreview.api.feedback.FeedbackTarget;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Locale;

/**
 * Says whether a generated text is any good. Somebody who says otherwise of the same words later changes their mind; the
 * ledger keeps both.
 *
 * @param context actor, session, expected version and key
 * @param target the text
 * @param language the language in which it was read; falls back to English as the text itself does
 * @param thumb whether it is any good
 * @param reason why, in the actor's own words, at most {@value ReviewCommand#MAX_TEXT} characters; may be empty
 */
public record RecordFeedback(
        @NotNull @Valid CommandContext context,
        @NotNull @Valid FeedbackTarget target,
        @NotNull Locale language,
        @NotNull Thumb thumb,
        @NotNull @Size(max = MAX_TEXT) String reason)
        implements SessionCommand {

    @Override
    public Permission permission() {
        return Permission.FEEDBACK_RECORD;
    }
}
