package io.dsreview.api.mapping;

import io.dsreview.api.id.FieldId;
import io.dsreview.api.id.FilterId;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A native filter of the dashboard, with the value it has under the pasted link.
 *
 * @param id Superset's id of the filter
 * @param name the filter's name on the dashboard
 * @param type Superset's filter type, such as {@code filter_select}
 * @param column the column it is defined on, or null where it has none, such as a time range
 * @param value what it does to a query
 * @param origin where the value came from
 * @param charts ids of the charts in its scope; copied, in order
 */
public record ImportedFilter(
        FilterId id,
        String name,
        String type,
        @Nullable FieldId column,
        FilterValue value,
        FilterOrigin origin,
        Set<Long> charts) {

    /** Copies the charts. */
    public ImportedFilter {
        charts = java.util.Collections.unmodifiableSet(new TreeSet<>(charts));
    }
}
