package io.dsreview.api.access;

/** What an actor may be allowed to do. Each command needs exactly one of these. */
public enum Permission {
    /** Start a review session. */
    SESSION_CREATE,
    /** Read a session, its events, its ledger and its exports. */
    SESSION_READ,
    /** Pick up what a crash left half done. */
    SESSION_RESUME,
    /** Cancel a session. */
    SESSION_CANCEL,

    /** Put a session into the archive, and take it out again. */
    SESSION_ARCHIVE,

    /** Delete a session. */
    SESSION_DELETE,

    /** Read and verify the ledger that a deleted session left. */
    LEDGER_OF_DELETED,
    /** Recover the context again, and settle what recovery left open. */
    RECOVERY_RESOLVE,
    /** Apply a semantic source. */
    SEMANTICS_APPLY,
    /** Decide, override, lock and unlock the meaning of a field. */
    SEMANTICS_DECIDE,
    /** Answer a clarification question. */
    CLARIFICATION_ANSWER,
    /** Accept a finding that does not block. */
    FINDING_ACCEPT,

    /** Say whether a generated text is any good. */
    FEEDBACK_RECORD,
    /** Set and accept the values of template variables, and choose what will be executed. */
    VALUES_SET,
    /** Approve, reject and override mappings. */
    MAPPING_APPROVE,
    /** Ask Superset to compile a preview. */
    PREVIEW_REQUEST,
    /** Launch through an open launch gate. */
    LAUNCH_EXECUTE,
    /** Take over and confirm a launch by hand. */
    LAUNCH_MANUAL
}
