package io.dsreview.superset.template;

import io.dsreview.superset.capability.SupersetVersion;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a template finds around it when Superset renders it.
 *
 * @param parameters names and values stored with the dataset; a value is null where it is no single value. Copied
 * @param release the release that the server behaves like; empty if it does not tell
 * @param siteNames names that the site itself adds ({@code JINJA_CONTEXT_ADDONS} and the like); copied
 */
public record TemplateSetting(
        Map<String, @Nullable String> parameters, Optional<SupersetVersion> release, Set<String> siteNames) {

    /** Copies the collections. */
    public TemplateSetting {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        siteNames = Set.copyOf(siteNames);
    }

    /** Tells whether the server has what came with a release; one that does not tell its own is taken to have it. */
    boolean offers(SupersetVersion since) {
        return release.map(actual -> actual.compareTo(since) >= 0).orElse(true);
    }
}
