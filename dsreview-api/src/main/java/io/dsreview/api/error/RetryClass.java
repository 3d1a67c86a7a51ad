package io.dsreview.api.error;

/** What repeating the same request can change about a problem. */
public enum RetryClass {
    /** Repeating the same request may succeed: the cause is passing, such as a server that did not answer in time. */
    RETRY,
    /** The same request will succeed only after somebody changed an input, a permission or a setting. */
    FIX_FIRST,
    /** The outcome is unknown: look it up before anything is repeated. */
    LOOK_UP_FIRST
}
