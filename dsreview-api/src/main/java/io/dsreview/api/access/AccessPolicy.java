package io.dsreview.api.access;

/**
 * Decides who may do what. A host replaces it to use its own permissions.
 *
 * <p>Both methods are called on the thread of the command, several times per command and concurrently for different
 * ones; they must be quick and must not call back into dsreview.
 */
public interface AccessPolicy {

    /**
     * Tells whether an actor holds a permission.
     *
     * @param actor who asks
     * @param permission what is asked for
     * @return true if it is allowed
     */
    boolean permits(Actor actor, Permission permission);

    /**
     * Returns the sessions that an actor can reach. It must never leave the actor's tenant; core checks that again.
     *
     * @param actor who asks
     * @return the reachable sessions
     */
    Scope scopeOf(Actor actor);

    /**
     * Returns the default policy: permissions come from {@link Role}, everybody reaches their own sessions, and
     * {@link Role#ADMIN} and {@link Role#OPERATOR} reach all sessions of their tenant.
     *
     * @return the policy by role
     */
    static AccessPolicy byRole() {
        return RoleAccessPolicy.INSTANCE;
    }
}
