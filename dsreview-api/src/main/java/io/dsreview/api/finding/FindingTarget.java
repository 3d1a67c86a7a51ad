package io.dsreview.api.finding;

/** What sort of thing a finding is about; which one it is, the target of its problem says. */
public enum FindingTarget {
    /** The session as a whole: its link, its recovery, its dataset or a semantic source. */
    SESSION,
    /** A field of the dataset. */
    FIELD,
    /** A filter. */
    FILTER,
    /** A template variable. */
    VARIABLE,
    /** The way of a filter into the query. */
    MAPPING,
    /** The current preview. */
    PREVIEW
}
