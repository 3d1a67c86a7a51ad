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
    AI_DRAFT;

    /**
     * Tells whether somebody wrote it for a field of this very name. What is not is offered, and neither taken over nor a
     * party to a conflict.
     *
     * @return false for {@link #FUZZY} and {@link #AI_DRAFT}
     */
    public boolean isTrusted() {
        return this == EXACT_DICTIONARY || this == REFERENCE_IMPORT;
    }
}
