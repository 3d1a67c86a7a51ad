package io.dsreview.api.session;

/** Whether a session takes commands. */
public enum SessionStatus {
    /** It takes commands. */
    ACTIVE,
    /** It was given up; it can be read and exported. */
    CANCELLED,
    /** It was put away; it can be read and exported. */
    ARCHIVED
}
