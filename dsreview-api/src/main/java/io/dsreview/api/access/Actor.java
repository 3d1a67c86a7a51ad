package io.dsreview.api.access;

import io.dsreview.api.id.TenantId;
import io.dsreview.api.id.UserId;
import jakarta.validation.constraints.NotNull;
import java.util.Set;

/**
 * Who asks. The host authenticates; dsreview believes it and checks what this actor may do.
 *
 * @param tenant the actor's tenant
 * @param user the actor, unique within the tenant
 * @param roles the actor's roles; copied
 */
public record Actor(@NotNull TenantId tenant, @NotNull UserId user, Set<Role> roles) {

    /** Copies the roles. */
    public Actor {
        roles = Set.copyOf(roles);
    }

    /**
     * Makes an actor.
     *
     * @param tenant the tenant's id
     * @param user the user's id
     * @param roles the roles
     * @return the actor
     * @throws IllegalArgumentException if an id is blank, too long or holds control characters
     */
    public static Actor of(String tenant, String user, Role... roles) {
        return new Actor(new TenantId(tenant), new UserId(user), Set.of(roles));
    }
}
