package io.dsreview.superset.context;

import io.dsreview.api.error.Problem;
import io.dsreview.api.mapping.FilterOrigin;
import io.dsreview.superset.error.SupersetErrorCode;
import io.dsreview.superset.http.Json;
import io.dsreview.superset.rison.Rison;
import io.dsreview.superset.rison.RisonReading;
import org.jspecify.annotations.Nullable;

/** The filter state that a link itself holds. Where it cannot be read, Superset's page shows the defaults. */
final class InlineFilters {

    private InlineFilters() {}

    static SavedState read(@Nullable String rison) {
        if (rison == null) {
            return SavedState.NONE;
        }
        RisonReading reading = Rison.read(rison);
        if (reading instanceof RisonReading.Refused refused) {
            return SavedState.lost(FilterOrigin.URL, refused.problem());
        }
        Json mask = Json.of(((RisonReading.Value) reading).value());
        return mask.isObject()
                ? SavedState.ofMask(FilterOrigin.URL, mask)
                : SavedState.lost(FilterOrigin.URL, Problem.of(SupersetErrorCode.RECOVERY_INLINE_STATE_UNREADABLE));
    }
}
