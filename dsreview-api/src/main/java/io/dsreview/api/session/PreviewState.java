package io.dsreview.api.session;

/** The state of the current preview as a reader sees it. */
public enum PreviewState {
    /** None was asked for. */
    NONE,
    /** Superset was asked and has not answered yet. */
    PENDING,
    /** It says what would run. */
    READY,
    /** It was ready, but an input changed or it expired. */
    STALE,
    /** There is no SQL. */
    FAILED
}
