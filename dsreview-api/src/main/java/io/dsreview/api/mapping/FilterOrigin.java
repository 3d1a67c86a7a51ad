package io.dsreview.api.mapping;

/** Where a value came from when the link was read. */
public enum FilterOrigin {
    /** The link itself: a URL parameter. */
    URL,
    /** The state that a permalink holds. */
    PERMALINK,
    /** The state that a {@code native_filters_key} names. */
    SAVED_STATE,
    /** The filter's default in the dashboard. */
    DEFAULT,
    /** There is no value. */
    NONE
}
