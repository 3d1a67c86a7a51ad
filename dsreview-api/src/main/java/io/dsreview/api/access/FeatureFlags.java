package io.dsreview.api.access;

/**
 * What a host has switched on, for everybody or for one tenant. {@link AccessPolicy} says who may do what of it.
 *
 * @param automaticReview true if a session recovers its context as soon as it is started; else it waits for the command
 * @param clarification true if doubts are asked as questions; else they are findings. A session keeps what held when it was
 *     started, so that no question vanishes under whoever is answering it
 * @param execution true if launches can be made; else previews are possible and clause L10 of the launch gate does not hold.
 *     Asked at every launch
 */
public record FeatureFlags(boolean automaticReview, boolean clarification, boolean execution) {

    /** Everything is on: the default. */
    public static final FeatureFlags ALL_ON = new FeatureFlags(true, true, true);

    /**
     * Returns a copy.
     *
     * @param on what the copy has for {@link #automaticReview}
     * @return the copy
     */
    public FeatureFlags withAutomaticReview(boolean on) {
        return new FeatureFlags(on, clarification, execution);
    }

    /**
     * Returns a copy.
     *
     * @param on what the copy has for {@link #clarification}
     * @return the copy
     */
    public FeatureFlags withClarification(boolean on) {
        return new FeatureFlags(automaticReview, on, execution);
    }

    /**
     * Returns a copy.
     *
     * @param on what the copy has for {@link #execution}
     * @return the copy
     */
    public FeatureFlags withExecution(boolean on) {
        return new FeatureFlags(automaticReview, clarification, on);
    }
}
