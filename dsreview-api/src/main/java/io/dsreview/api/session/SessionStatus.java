package io.dsreview.api.session;

/** Whether a session takes commands. */
public enum SessionStatus {
    /** It takes commands. */
    ACTIVE,
    /** It was given up; it can be read and exported. */
    CANCELLED,
    /** It was put away, out of the default list; it can be read and exported, and taken out again. */
    ARCHIVED,

    /** It was deleted: nothing of it is left but its ledger, and it is found by nobody. */
    DELETED
}
