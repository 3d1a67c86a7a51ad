package io.dsreview.superset.capability;

import java.util.Optional;
import java.util.Set;

/**
 * What a Superset can do, as far as it could be found out for one identity.
 *
 * @param version the release that it says it is; empty if it says none, or is a development build
 * @param behavesLike the release whose features it has: its version, or else what the description of its API shows; empty
 *     if neither is known
 * @param templateProcessing whether templates are rendered; where they are not, Superset leaves them in the SQL as they are
 * @param featureFlags the feature flags that are on, by Superset's names; empty if they could not be read; copied
 * @param applicationRoot below which path it says it lives, empty text for none; empty if it does not say, as before 6.0
 */
public record SupersetCapabilities(
        Optional<SupersetVersion> version,
        Optional<SupersetVersion> behavesLike,
        Support templateProcessing,
        Set<String> featureFlags,
        Optional<String> applicationRoot) {

    /** Nothing could be found out. */
    public static final SupersetCapabilities UNKNOWN =
            new SupersetCapabilities(Optional.empty(), Optional.empty(), Support.UNKNOWN, Set.of(), Optional.empty());

    /** Copies. */
    public SupersetCapabilities {
        featureFlags = Set.copyOf(featureFlags);
    }

    /**
     * Tells whether it can do something.
     *
     * @param capability the capability
     * @return yes, no, or unknown where no release is known
     */
    public Support support(Capability capability) {
        return behavesLike
                .map(release -> release.compareTo(capability.since()) >= 0 ? Support.YES : Support.NO)
                .orElse(Support.UNKNOWN);
    }

    /**
     * Tells whether it is worth a try: what is not known to be missing is tried.
     *
     * @param capability the capability
     * @return false if it is known that it cannot do it
     */
    public boolean mayHave(Capability capability) {
        return support(capability) != Support.NO;
    }

    /** Tells whether there is nothing left to find out. */
    boolean isComplete() {
        return behavesLike.isPresent() && templateProcessing != Support.UNKNOWN;
    }
}
