package io.dsreview.superset.link;

import io.dsreview.api.id.EnvironmentId;
import io.dsreview.api.superset.SupersetLink;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Links to dashboards. Superset's page takes a permalink's state if there is a key, else that of a
 * {@code native_filters_key}; {@code native_filters} in the link itself replaces either.
 */
final class DashboardLinks {

    private static final String PERMALINK_KEY = "permalink_key";
    private static final Pattern DASHBOARD = Pattern.compile("[\\p{L}\\p{N}_-]{1,255}");
    private static final Pattern UUID = Pattern.compile("[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");

    private DashboardLinks() {}

    static SupersetLink dashboard(EnvironmentId environment, String named, LinkParameters parameters, String anchor)
            throws LinkRefusal {
        if (!DASHBOARD.matcher(named).matches()) {
            throw LinkParameters.illegal("dashboard");
        }
        return link(environment, named, parameters.key(PERMALINK_KEY), parameters, anchor);
    }

    static SupersetLink permalink(EnvironmentId environment, String key, LinkParameters parameters, String anchor)
            throws LinkRefusal {
        return link(environment, null, LinkParameters.key(key, PERMALINK_KEY), parameters, anchor);
    }

    static SupersetLink embedded(EnvironmentId environment, String uuid, LinkParameters parameters) throws LinkRefusal {
        if (!UUID.matcher(uuid).matches()) {
            throw LinkParameters.illegal("embedded");
        }
        return new SupersetLink.Embedded(environment, uuid, parameters.own());
    }

    private static SupersetLink link(
            EnvironmentId environment,
            @Nullable String dashboard,
            @Nullable String permalinkKey,
            LinkParameters parameters,
            String anchor)
            throws LinkRefusal {
        return new SupersetLink.Dashboard(
                environment,
                dashboard,
                permalinkKey,
                permalinkKey == null ? parameters.key("native_filters_key") : null,
                parameters.text("native_filters"),
                parameters.text("preselect_filters"),
                anchor.isEmpty() ? null : anchor,
                parameters.own());
    }
}
