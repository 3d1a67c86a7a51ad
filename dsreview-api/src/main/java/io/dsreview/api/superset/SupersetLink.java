package io.dsreview.api.superset;

import io.dsreview.api.id.EnvironmentId;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A pasted dashboard link, matched to a configured environment and taken apart. Only this, never the pasted text, is
 * used to ask Superset.
 *
 * @param environment the environment that scheme, host, port and base path match
 * @param dashboard id, slug or UUID of the dashboard as the link has it; null for a permalink, which names it itself
 * @param permalinkKey key of a permalink, or null
 * @param nativeFiltersKey key of a saved filter state, or null
 * @param urlParameters the user's own parameters, which reach {@code url_param}; copied, in order of the names
 */
public record SupersetLink(
        EnvironmentId environment,
        @Nullable String dashboard,
        @Nullable String permalinkKey,
        @Nullable String nativeFiltersKey,
        Map<String, String> urlParameters) {

    /** Copies the parameters. */
    public SupersetLink {
        urlParameters = Collections.unmodifiableMap(new TreeMap<>(urlParameters));
    }
}
