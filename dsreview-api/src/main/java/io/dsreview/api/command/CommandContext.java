package io.dsreview.api.command;

import io.dsreview.api.access.Actor;
import io.dsreview.api.id.IdempotencyKey;
import io.dsreview.api.id.SessionId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import org.jspecify.annotations.Nullable;

/**
 * What every command to an existing session carries.
 *
 * @param actor who asks
 * @param session the session
 * @param expectedVersion the version the actor has seen; another one stored is a {@link CommandResult.Conflict}
 * @param key makes the command repeatable: an accepted command is answered with its first outcome; null for none
 */
public record CommandContext(
        @NotNull @Valid Actor actor,
        @NotNull SessionId session,
        @Positive long expectedVersion,
        @Nullable IdempotencyKey key) {}
