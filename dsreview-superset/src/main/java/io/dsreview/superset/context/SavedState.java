package io.dsreview.superset.context;

import io.dsreview.api.error.Problem;
import io.dsreview.api.mapping.FilterOrigin;
import io.dsreview.superset.http.Json;
import org.jspecify.annotations.Nullable;

/**
 * The state that a link names or holds: what each filter is set to, or what the form of a chart holds.
 *
 * @param origin what kind of state; NONE if the link names none
 * @param mask Superset's data mask, by filter; absent if there is none
 * @param form Superset's form data; absent if there is none
 * @param urlParameters parameters stored with it, as pairs or as an object; absent if there are none
 * @param lost why the state cannot be had although the link names one; null if it can
 */
record SavedState(
        FilterOrigin origin,
        Json mask,
        Json form,
        Json urlParameters,
        @Nullable Problem lost) {

    static final SavedState NONE = new SavedState(FilterOrigin.NONE, Json.ABSENT, Json.ABSENT, Json.ABSENT, null);

    static SavedState ofMask(FilterOrigin origin, Json mask) {
        return new SavedState(origin, mask, Json.ABSENT, Json.ABSENT, null);
    }

    static SavedState ofForm(FilterOrigin origin, Json form) {
        return new SavedState(origin, Json.ABSENT, form, form.at("url_params"), null);
    }

    static SavedState lost(FilterOrigin origin, Problem why) {
        return new SavedState(origin, Json.ABSENT, Json.ABSENT, Json.ABSENT, why);
    }

    /** Returns this state with parameters stored with it. */
    SavedState with(Json parameters) {
        return new SavedState(origin, mask, form, parameters, lost);
    }

    /** Returns the filters of the link itself in the place of those of this state, whose parameters stay. */
    SavedState overriddenBy(SavedState inline) {
        return inline.isNamed()
                ? new SavedState(inline.origin, inline.mask, inline.form, urlParameters, inline.lost)
                : this;
    }

    boolean isNamed() {
        return origin != FilterOrigin.NONE;
    }
}
