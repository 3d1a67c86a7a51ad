package io.dsreview.api.semantic;

/** How a candidate was found. The order is the ranking: an earlier kind always beats a later one. */
public enum MatchKind {
    /** A dictionary names the field exactly. */
    EXACT_DICTIONARY,
    /** A trusted reference dataset describes a field of that name. */
    REFERENCE_IMPORT,
    /** A dictionary names something similar. */
    FUZZY,
    /** A model proposed it. */
    AI_DRAFT
}
