package io.dsreview.api.access;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** The roles that {@link AccessPolicy#byRole()} knows, from the least to the most powerful. */
public enum Role {
    /** Reads. */
    VIEWER(EnumSet.of(Permission.SESSION_READ)),
    /** Reviews: everything up to a preview, but approves no mapping and launches nothing. */
    ANALYST(EnumSet.of(
            Permission.SESSION_CREATE,
            Permission.SESSION_READ,
            Permission.SESSION_RESUME,
            Permission.SESSION_CANCEL,
            Permission.SESSION_ARCHIVE,
            Permission.RECOVERY_RESOLVE,
            Permission.SEMANTICS_APPLY,
            Permission.SEMANTICS_DECIDE,
            Permission.CLARIFICATION_ANSWER,
            Permission.FINDING_ACCEPT,
            Permission.FEEDBACK_RECORD,
            Permission.VALUES_SET,
            Permission.PREVIEW_REQUEST)),
    /** Reads and launches what others approved. */
    OPERATOR(EnumSet.of(
            Permission.SESSION_READ,
            Permission.SESSION_RESUME,
            Permission.PREVIEW_REQUEST,
            Permission.LAUNCH_EXECUTE,
            Permission.LAUNCH_MANUAL)),
    /** Does all of a review, launch included. */
    MAINTAINER(EnumSet.allOf(Permission.class)),
    /** Holds every permission, in every session of the tenant. */
    ADMIN(EnumSet.allOf(Permission.class));

    @SuppressWarnings("ImmutableEnumChecker") // unmodifiable, and nobody else holds the set behind it
    private final Set<Permission> permissions;

    Role(EnumSet<Permission> permissions) {
        this.permissions = Collections.unmodifiableSet(permissions);
    }

    /**
     * Returns what a holder of this role may do.
     *
     * @return the permissions, unmodifiable
     */
    public Set<Permission> permissions() {
        return permissions;
    }
}
