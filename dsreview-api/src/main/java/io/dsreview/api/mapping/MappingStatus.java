package io.dsreview.api.mapping;

/** Where a mapping stands; derived from its decision and its content. */
public enum MappingStatus {
    /** Proposed; nobody decided. */
    SUGGESTED,
    /** Approved with exactly the present content. */
    APPROVED,
    /** Rejected: it does not reach the query. */
    REJECTED,
    /** Was approved, but its content changed since: the approval no longer counts. */
    WITHDRAWN
}
