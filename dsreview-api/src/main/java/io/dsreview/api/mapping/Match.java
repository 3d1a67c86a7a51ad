package io.dsreview.api.mapping;

import io.dsreview.api.canonical.Sha256;
import java.util.List;

/**
 * Why a filter and a target were brought together, and what both were at the time.
 *
 * @param reasons why, the strongest first; none for a mapping that no rule made. Copied
 * @param definition hash over the definitions of the filter and of its target, without the filter's value
 */
public record Match(List<MatchReason> reasons, Sha256 definition) {

    private static final String DEFINITION_TAG = "dsreview-match-v1";

    /** No rule brought them together. */
    static final Match NONE = new Match(List.of(), definition(List.of()));

    /** Copies the reasons. */
    public Match {
        reasons = List.copyOf(reasons);
    }

    /**
     * Hashes definitions.
     *
     * @param documents the definitions, as canonical JSON
     * @return the hash
     */
    public static Sha256 definition(List<byte[]> documents) {
        return Sha256.ofDocuments(DEFINITION_TAG, documents);
    }

    /**
     * Tells whether Superset applies the filter there by itself.
     *
     * @return true if a reason is a rule of Superset's, or if there is no reason at all
     */
    boolean isBySuperset() {
        return reasons.isEmpty() || reasons.stream().map(MatchReason::kind).anyMatch(MatchReason.Kind::isBySuperset);
    }

    /**
     * Tells whether the names are the same.
     *
     * @return true if that is among the reasons
     */
    boolean isByName() {
        return reasons.stream().map(MatchReason::kind).anyMatch(MatchReason.Kind.SAME_NAME::equals);
    }
}
