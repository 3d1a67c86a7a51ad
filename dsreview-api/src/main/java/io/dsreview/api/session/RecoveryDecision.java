package io.dsreview.api.session;

import io.dsreview.api.error.Problem;
import io.dsreview.api.id.RecoveryItemId;
import io.dsreview.api.id.UserId;
import io.dsreview.api.superset.RecoveryItem;
import io.dsreview.api.superset.RecoveryItem.State;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a person settled something that recovery left open.
 *
 * @param item the item
 * @param absent true if it was accepted as absent
 * @param values the values that were supplied; empty if it was accepted as absent; copied
 * @param state how far recovery had got with it
 * @param why why it was not fully recovered then, or null if it was
 * @param by who settled it
 * @param at when
 */
public record RecoveryDecision(
        RecoveryItemId item,
        boolean absent,
        List<String> values,
        State state,
        @Nullable Problem why,
        UserId by,
        Instant at) {

    /** Copies the values. */
    public RecoveryDecision {
        values = List.copyOf(values);
    }

    /**
     * Tells whether an item, as it is found now, is settled by this. Who accepted it as absent accepted what it said then; values
     * that were supplied hold whatever is found later.
     *
     * @param found the item
     * @return true if this is about it, and about what it says
     */
    public boolean settles(RecoveryItem found) {
        return item.equals(found.id()) && (!absent || (state == found.state() && Objects.equals(why, found.why())));
    }
}
