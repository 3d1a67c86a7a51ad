package io.dsreview.api.command;

import io.dsreview.api.access.Actor;
import io.dsreview.api.access.Permission;
import io.dsreview.api.id.IdempotencyKey;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * Starts a review from a pasted link or of a dataset. Refused, with nothing stored, if the source does not lie in a configured
 * environment or that environment does not answer. A link of a shape that is not supported opens a session with a blocking
 * finding.
 *
 * @param actor who asks; becomes the owner
 * @param key makes the command repeatable, or null
 * @param source what to start from
 */
public record StartSession(
        @NotNull @Valid Actor actor,
        @Nullable IdempotencyKey key,
        @NotNull @Valid SessionSource source) implements ReviewCommand {

    /**
     * Starts from a pasted link.
     *
     * @param actor who asks; becomes the owner
     * @param key makes the command repeatable, or null
     * @param link the text as it was pasted
     */
    public StartSession(Actor actor, @Nullable IdempotencyKey key, String link) {
        this(actor, key, new SessionSource.Link(link));
    }

    @Override
    public Permission permission() {
        return Permission.SESSION_CREATE;
    }
}
