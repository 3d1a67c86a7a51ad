package io.dsreview.api.session;

import io.dsreview.api.id.RecoveryItemId;
import io.dsreview.api.id.UserId;
import java.time.Instant;
import java.util.List;

/**
 * How a person settled something that recovery left open.
 *
 * @param item the item
 * @param absent true if it was accepted as absent
 * @param values the values that were supplied; empty if it was accepted as absent; copied
 * @param by who settled it
 * @param at when
 */
public record RecoveryDecision(RecoveryItemId item, boolean absent, List<String> values, UserId by, Instant at) {

    /** Copies the values. */
    public RecoveryDecision {
        values = List.copyOf(values);
    }
}
