package io.dsreview.core.invariant;

import io.dsreview.api.access.Actor;
import io.dsreview.api.access.Role;

/** Who sends commands: one owner in two roles, others of the tenant with and without a right to look, and a namesake elsewhere. */
enum Party {
    ANN(Actor.of("acme", "ann", Role.MAINTAINER), 78),
    ANN_AS_ANALYST(Actor.of("acme", "ann", Role.ANALYST), 5),
    ADA_ADMIN(Actor.of("acme", "ada", Role.ADMIN), 5),
    OLE_OPERATOR(Actor.of("acme", "ole", Role.OPERATOR), 3),
    VIC_VIEWER(Actor.of("acme", "vic", Role.VIEWER), 1),
    BEN(Actor.of("acme", "ben", Role.MAINTAINER), 4),
    ANN_OF_OTHER(Actor.of("other", "ann", Role.ADMIN), 4);

    @SuppressWarnings("ImmutableEnumChecker") // a record of immutable values
    private final Actor actor;

    private final int weight;

    Party(Actor actor, int weight) {
        this.actor = actor;
        this.weight = weight;
    }

    Actor actor() {
        return actor;
    }

    /** How often this one acts, of a hundred times. */
    int weight() {
        return weight;
    }
}
