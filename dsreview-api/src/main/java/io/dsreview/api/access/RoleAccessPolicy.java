package io.dsreview.api.access;

/** The default policy: what the actor's roles say. */
enum RoleAccessPolicy implements AccessPolicy {
    INSTANCE;

    @Override
    public boolean permits(Actor actor, Permission permission) {
        return actor.roles().stream().anyMatch(role -> role.permissions().contains(permission));
    }

    @Override
    public Scope scopeOf(Actor actor) {
        boolean wholeTenant =
                actor.roles().contains(Role.ADMIN) || actor.roles().contains(Role.OPERATOR);
        return new Scope(actor.tenant(), wholeTenant ? null : actor.user());
    }
}
