package io.dsreview.api.mapping;

/** Where a value came from when the link was read. */
public enum FilterOrigin {
    /** The link itself: a parameter of it. */
    URL,
    /** The state that a permalink holds. */
    PERMALINK,
    /** The state that a {@code native_filters_key} or {@code form_data_key} names. */
    SAVED_STATE,
    /** The filter's default in the dashboard, or what is saved with the chart. */
    DEFAULT,
    /** The first option that the filter offers, which only a query tells. */
    FIRST_ITEM,
    /** There is no value. */
    NONE
}
