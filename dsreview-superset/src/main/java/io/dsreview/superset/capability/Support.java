package io.dsreview.superset.capability;

/** Whether a Superset can do something. */
public enum Support {
    /** It can. */
    YES,
    /** It cannot. */
    NO,
    /** It could not be found out. */
    UNKNOWN
}
