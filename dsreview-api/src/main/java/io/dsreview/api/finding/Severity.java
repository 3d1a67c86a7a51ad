package io.dsreview.api.finding;

/** How much a finding weighs. */
public enum Severity {
    /** Closes the launch gate until it is resolved; it can never be merely accepted. */
    BLOCKING,
    /** Should be looked at before launching. */
    WARNING,
    /** Good to know. */
    INFO
}
