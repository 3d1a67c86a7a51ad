package io.dsreview.api.command;

import io.dsreview.api.access.Actor;
import io.dsreview.api.access.Permission;
import io.dsreview.api.id.IdempotencyKey;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Starts a review from a pasted link. Refused, with nothing stored, if the text is no link into a configured environment
 * or that environment does not answer. A link of a shape that is not supported opens a session with a blocking finding.
 *
 * @param actor who asks; becomes the owner
 * @param key makes the command repeatable, or null
 * @param link the text as it was pasted, 1 to {@value ReviewCommand#MAX_LINK} characters
 */
public record StartSession(
        @NotNull @Valid Actor actor,
        @Nullable IdempotencyKey key,
        @NotBlank @Size(max = MAX_LINK) String link) implements ReviewCommand {

    @Override
    public Permission permission() {
        return Permission.SESSION_CREATE;
    }
}
