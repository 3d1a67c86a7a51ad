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
 * @param parameters names and values stored with the dataset; lists and objects as JSON. Copied
 * @param release the release that the server behaves like; empty if it does not tell
 * @param siteNames names that the site itself adds ({@code JINJA_CONTEXT_ADDONS} and the like); copied
 * @param databaseKind the kind of its database, such as {@code trino}; empty if it is not known
 */
public record TemplateSetting(
        Map<String, @Nullable String> parameters,
        Optional<SupersetVersion> release,
        Set<String> siteNames,
        String databaseKind) {

    /** Copies the collections. */
    public TemplateSetting {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        siteNames = Set.copyOf(siteNames);
    }

    /**
     * Makes a setting in a database of which nothing is known.
     *
     * @param parameters as above
     * @param release as above
     * @param siteNames as above
     */
    public TemplateSetting(
            Map<String, @Nullable String> parameters, Optional<SupersetVersion> release, Set<String> siteNames) {
        this(parameters, release, siteNames, "");
    }

    /** Tells whether the database is one of these kinds, as far as is known. */
    boolean isOn(Set<String> kinds) {
        return databaseKind.isEmpty() || kinds.contains(databaseKind);
    }

    /** Tells whether the server has what came with a release; one that does not tell its own is taken to have it. */
    boolean offers(SupersetVersion since) {
        return release.map(actual -> actual.compareTo(since) >= 0).orElse(true);
    }
}
