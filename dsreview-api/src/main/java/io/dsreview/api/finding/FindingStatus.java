package io.dsreview.api.finding;

/** Where a finding stands. */
public enum FindingStatus {
    /** What it says holds. */
    OPEN,
    /** What it says holds, and a person accepted that. */
    ACCEPTED,
    /** What it said no longer holds. */
    RESOLVED
}
