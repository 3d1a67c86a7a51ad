package io.dsreview.api.superset;

import io.dsreview.api.superset.RecoveryItem.State;
import java.util.List;

/**
 * What was recovered, item by item.
 *
 * @param items all items, in the order in which they were looked for; copied
 */
public record RecoverySummary(List<RecoveryItem> items) {

    /** Copies the items. */
    public RecoverySummary {
        items = List.copyOf(items);
    }

    /**
     * Counts the items in a state.
     *
     * @param state the state
     * @return how many there are
     */
    public long count(State state) {
        return items.stream().filter(item -> item.state() == state).count();
    }

    /**
     * Tells whether everything was recovered.
     *
     * @return true if no item is partial or unresolved
     */
    public boolean isComplete() {
        return count(State.RECOVERED) == items.size();
    }
}
