package io.dsreview.core.mapping;

import io.dsreview.api.canonical.BoundedText;
import io.dsreview.api.id.RecoveryItemId;
import io.dsreview.api.mapping.ImportedFilter;

/** The recovery item that speaks of a filter. */
public final class RecoveryItems {

    private RecoveryItems() {}

    /**
     * Returns the id of a filter's item.
     *
     * @param filter the filter
     * @return the id
     */
    public static RecoveryItemId of(ImportedFilter filter) {
        return new RecoveryItemId(BoundedText.of("filter:" + filter.id()));
    }
}
