package io.dsreview.samples.quickstart.story;

import io.dsreview.api.access.AccessPolicy;
import io.dsreview.api.access.Actor;
import io.dsreview.api.access.Permission;
import io.dsreview.api.access.Role;
import io.dsreview.api.access.Scope;

/** Who reviews: three people of one company, on the same review. */
public final class Cast {

    /** Wants the numbers; may review, but neither approve a mapping nor launch. */
    static final Actor ANN = Actor.of("acme", "ann", Role.ANALYST);

    /** Answers for the data: does all of a review. */
    static final Actor BEN = Actor.of("acme", "ben", Role.MAINTAINER);

    /** The expert who is asked when nobody else knows. */
    static final Actor CLEO = Actor.of("acme", "cleo", Role.ANALYST);

    private Cast() {}

    /**
     * Lets everybody of a company work on its reviews. By default, an analyst or a maintainer reaches only their own; what
     * anybody may do there is still up to their roles.
     *
     * @return the policy
     */
    public static AccessPolicy together() {
        return new AccessPolicy() {
            @Override
            public boolean permits(Actor actor, Permission permission) {
                return AccessPolicy.byRole().permits(actor, permission);
            }

            @Override
            public Scope scopeOf(Actor actor) {
                return new Scope(actor.tenant(), null);
            }
        };
    }
}
