package io.dsreview.api.semantic;

/** How far a candidate can be relied on, by where it comes from; see {@link SemanticCandidate#confidence()}. */
public enum Confidence {
    /** Written for this very field, or certified for one of the same name. */
    HIGH,
    /** Written for a column of the same name in a dataset that the host trusts. */
    MEDIUM,
    /** Something similar: it is offered, and never taken over unless a person does. */
    LOW
}
