package io.dsreview.api.execution;

/** Where a preview stands. That one is stale is derived from its fingerprint, never stored. */
public enum PreviewStatus {
    /** Superset was asked and has not answered yet. */
    PENDING,
    /** Superset compiled the SQL. */
    READY,
    /** There is no SQL; the diagnostics say why. */
    FAILED,
    /** No channel of this Superset carries all inputs; the diagnostics name each one and its cure. */
    NOT_CARRIED
}
