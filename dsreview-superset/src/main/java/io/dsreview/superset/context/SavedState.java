package io.dsreview.superset.context;

import io.dsreview.api.error.Problem;
import io.dsreview.api.mapping.FilterOrigin;
import io.dsreview.superset.http.Json;
import org.jspecify.annotations.Nullable;

/**
 * The state that a link names: what each filter is set to.
 *
 * @param origin what kind of state; NONE if the link names none
 * @param mask Superset's data mask, by filter; absent if there is none
 * @param urlParameters parameters stored with it, as pairs; absent if there are none
 * @param lost why the state cannot be had although the link names one; null if it can
 */
record SavedState(
        FilterOrigin origin,
        Json mask,
        Json urlParameters,
        @Nullable Problem lost) {

    static final SavedState NONE = new SavedState(FilterOrigin.NONE, Json.ABSENT, Json.ABSENT, null);

    static SavedState lost(FilterOrigin origin, Problem why) {
        return new SavedState(origin, Json.ABSENT, Json.ABSENT, why);
    }

    boolean isNamed() {
        return origin != FilterOrigin.NONE;
    }
}
