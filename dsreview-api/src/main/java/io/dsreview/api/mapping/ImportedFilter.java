package io.dsreview.api.mapping;

import io.dsreview.api.id.FieldId;
import io.dsreview.api.id.FilterId;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A filter, with the value it has under the pasted link.
 *
 * @param id Superset's id of the filter
 * @param source who filters
 * @param name the filter's name
 * @param type Superset's filter type, such as {@code filter_select}
 * @param datasetId the dataset that it is defined on, or null where it is on none
 * @param column the column it is defined on, or null where it has none, such as a time range
 * @param value what it does to a query
 * @param origin where the value came from
 * @param charts ids of the charts in its scope; copied, in order
 * @param needsValue true if the dashboard demands a value for it
 * @param parents the filters whose values limit what it offers; copied
 */
public record ImportedFilter(
        FilterId id,
        Source source,
        String name,
        String type,
        @Nullable Long datasetId,
        @Nullable FieldId column,
        FilterValue value,
        FilterOrigin origin,
        Set<Long> charts,
        boolean needsValue,
        List<FilterId> parents) {

    /** Who filters. */
    public enum Source {
        /** A native filter of the dashboard. */
        NATIVE,
        /** A click in a chart, which filters the others. */
        CROSS_FILTER,
        /** A condition of the chart's own. */
        AD_HOC
    }

    /** Copies charts and parents. */
    public ImportedFilter {
        charts = Collections.unmodifiableSet(new TreeSet<>(charts));
        parents = List.copyOf(parents);
    }

    /**
     * Makes a native filter that depends on no other one.
     *
     * @param id Superset's id of the filter
     * @param name its name
     * @param type Superset's filter type
     * @param column the column it is defined on, or null
     * @param value what it does to a query
     * @param origin where the value came from
     * @param charts ids of the charts in its scope
     * @return the filter
     */
    public static ImportedFilter of(
            FilterId id,
            String name,
            String type,
            @Nullable FieldId column,
            FilterValue value,
            FilterOrigin origin,
            Set<Long> charts) {
        return new ImportedFilter(id, Source.NATIVE, name, type, null, column, value, origin, charts, false, List.of());
    }

    /**
     * Returns this filter with another scope.
     *
     * @param scope ids of the charts in it
     * @return the copy
     */
    public ImportedFilter in(Set<Long> scope) {
        return new ImportedFilter(id, source, name, type, datasetId, column, value, origin, scope, needsValue, parents);
    }
}
