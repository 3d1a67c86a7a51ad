package io.dsreview.superset.reference;

import io.dsreview.api.id.EnvironmentId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The datasets that a host trusts to say what fields mean. Immutable.
 *
 * @param ids Superset's ids of the datasets, by environment; copied
 * @param certifiedOnly true if each of them is trusted only while Superset shows it as certified
 */
public record TrustedDatasets(Map<EnvironmentId, Set<Long>> ids, boolean certifiedOnly) {

    /** No dataset is trusted. */
    public static final TrustedDatasets NONE = new TrustedDatasets(Map.of(), false);

    /** Copies the ids. */
    public TrustedDatasets {
        Map<EnvironmentId, Set<Long>> copy = new LinkedHashMap<>();
        ids.forEach(
                (environment, datasets) -> copy.put(environment, Collections.unmodifiableSet(new TreeSet<>(datasets))));
        ids = Collections.unmodifiableMap(copy);
    }

    /**
     * Returns the datasets of one environment.
     *
     * @param environment the environment
     * @return Superset's ids of the trusted datasets, in order; empty if there are none
     */
    public Set<Long> in(EnvironmentId environment) {
        return ids.getOrDefault(environment, Set.of());
    }
}
