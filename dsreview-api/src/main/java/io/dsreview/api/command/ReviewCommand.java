package io.dsreview.api.command;

import io.dsreview.api.access.Actor;
import io.dsreview.api.access.Permission;
import io.dsreview.api.id.IdempotencyKey;
import org.jspecify.annotations.Nullable;

/**
 * Something that an actor wants done. Commands are carriers: any value can be put into them, also none, and the door
 * checks them against the constraints on their components and reports all violations at once.
 *
 * <p>New commands may be added in minor versions: do not rely on an exhaustive switch.
 */
public sealed interface ReviewCommand permits StartSession, SessionCommand {

    /** Longest text in a command, in UTF-16 code units, where no other limit is stated. */
    int MAX_TEXT = 4_000;

    /** Longest pasted link, in UTF-16 code units. */
    int MAX_LINK = 65_536;

    /** Most elements of a list in a command. */
    int MAX_ELEMENTS = 10_000;

    /**
     * Returns who asks.
     *
     * @return the actor
     */
    Actor actor();

    /**
     * Returns the idempotency key.
     *
     * @return the key, or null
     */
    @Nullable
    IdempotencyKey key();

    /**
     * Returns the permission that this command needs.
     *
     * @return the permission
     */
    Permission permission();
}
