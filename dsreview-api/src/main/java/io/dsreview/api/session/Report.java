package io.dsreview.api.session;

/** What can be exported of a session to be read elsewhere. */
public enum Report {
    /** What the dataset is: its fields with their provenance and who decided, its filters, variables and sources. */
    DOCUMENTATION,
    /** How far it can be launched: findings, gates, decisions, preview, launches, and the head of the ledger. */
    VALIDATION;

    /** How a report is written. */
    public enum Format {
        /** UTF-8 JSON text, indented, as the published schema of the report says. */
        JSON,
        /** CommonMark with GitHub's tables, in which no data becomes markup. */
        MARKDOWN
    }
}
