package io.dsreview.api.session;

import io.dsreview.api.access.Permission;
import io.dsreview.api.access.Role;
import io.dsreview.api.error.Words;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What has to be done next by somebody else, because the actor may not.
 *
 * @param action what is to be done
 * @param permission the permission that it takes
 * @param roles the roles that hold it, in the order of {@link Role}; empty where the host's policy does not go by roles; copied
 */
public record NeededPermission(RecommendedAction action, Permission permission, Set<Role> roles) {

    /** Copies the roles. */
    public NeededPermission {
        EnumSet<Role> copy = EnumSet.noneOf(Role.class);
        copy.addAll(roles);
        roles = Collections.unmodifiableSet(copy);
    }

    /**
     * Says whom to ask, and for what.
     *
     * @param locale the reader's language; falls back to English
     * @return two sentences
     */
    public String text(Locale locale) {
        Map<String, String> values = Map.of(
                "permission", permission.name(),
                "roles", roles.stream().map(Role::name).collect(Collectors.joining(", ")),
                "action", action.text(locale));
        return Words.of("io.dsreview.api.session.Session", locale, values)
                .get(roles.isEmpty() ? "needed.permission" : "needed.roles");
    }
}
