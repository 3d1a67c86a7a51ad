package io.dsreview.superset;

import io.dsreview.api.access.Actor;
import io.dsreview.api.id.EnvironmentId;
import io.dsreview.api.semantic.SemanticSourceResolver;
import io.dsreview.api.superset.SupersetCompilationAdapter;
import io.dsreview.api.superset.SupersetContextExtractor;
import io.dsreview.superset.capability.CapabilityCache;
import io.dsreview.superset.capability.SupersetCapabilities;
import io.dsreview.superset.compile.RestCompilationAdapter;
import io.dsreview.superset.compile.SqlLabLink;
import io.dsreview.superset.context.RestContextExtractor;
import io.dsreview.superset.http.HttpLimits;
import io.dsreview.superset.http.SupersetClient;
import io.dsreview.superset.http.SupersetClient.Opening;
import io.dsreview.superset.http.SupersetHost;
import io.dsreview.superset.link.KnownHost;
import io.dsreview.superset.link.LinkReader;
import io.dsreview.superset.reference.ReferenceDatasetResolver;
import io.dsreview.superset.seam.Timekeeper;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The way to the configured Supersets: {@link #connect} and take the ports.
 *
 * <pre>{@code
 * SupersetConfig config = SupersetConfig.builder()
 *         .environment("prod", URI.create("https://superset.example.com"), credentials)
 *         .build();
 * try (Superset superset = Superset.connect(config)) {
 *     LinkReading link = superset.contextExtractor().read(pastedText);
 * }
 * }</pre>
 *
 * <p>Thread-safe. One instance is enough for an application; closing it frees its connections.
 */
public final class Superset implements AutoCloseable {

    private final SupersetClient client;
    private final CapabilityCache capabilities;
    private final SupersetContextExtractor contextExtractor;
    private final SupersetCompilationAdapter compilationAdapter;
    private final SemanticSourceResolver referenceResolver;

    private Superset(SupersetConfig config, Timekeeper time) {
        List<SupersetHost> hosts = new ArrayList<>();
        List<KnownHost> known = new ArrayList<>();
        Map<EnvironmentId, URI> bases = new LinkedHashMap<>();
        config.environments().forEach((id, environment) -> {
            hosts.add(new SupersetHost(id, environment.base(), environment.credentials()));
            known.add(new KnownHost(id, environment.base()));
            bases.put(id, environment.base());
        });
        HttpLimits limits = new HttpLimits(
                config.connectTimeout(),
                config.readTimeout(),
                config.callTimeout(),
                config.probeTimeout(),
                config.maxResponseBytes(),
                config.proxy(),
                config.traffic());
        this.client = new SupersetClient(hosts, limits, config.callListener(), time);
        this.capabilities = new CapabilityCache(time);
        this.contextExtractor =
                new RestContextExtractor(new LinkReader(known), client, capabilities, config.templateNames());
        this.compilationAdapter = new RestCompilationAdapter(
                client,
                capabilities,
                new SqlLabLink(bases),
                config.templateNames(),
                config.launchMode() == LaunchMode.ASYNC,
                config.rowCap(),
                time);
        this.referenceResolver = new ReferenceDatasetResolver(client, config.trustedDatasets());
    }

    /**
     * Connects. Sends nothing yet.
     *
     * @param config which Supersets, and how long and how much
     * @return the connection
     */
    public static Superset connect(SupersetConfig config) {
        return connect(config, Timekeeper.system());
    }

    /**
     * Connects, with the time taken from a given source. Sends nothing yet.
     *
     * @param config which Supersets, and how long and how much
     * @param time the clock, and how waiting is done
     * @return the connection
     */
    public static Superset connect(SupersetConfig config, Timekeeper time) {
        return new Superset(config, time);
    }

    /**
     * Returns the port that finds out what links mean.
     *
     * @return the port, usable until this is closed
     */
    public SupersetContextExtractor contextExtractor() {
        return contextExtractor;
    }

    /**
     * Returns the port that compiles and runs.
     *
     * @return the port, usable until this is closed
     */
    public SupersetCompilationAdapter compilationAdapter() {
        return compilationAdapter;
    }

    /**
     * Returns the port that looks fields up in datasets that the host trusts.
     *
     * @return the port, usable until this is closed; it reads no dictionaries
     */
    public SemanticSourceResolver referenceResolver() {
        return referenceResolver;
    }

    /**
     * Finds out what a Superset can do. What is known already, for up to an hour, is not asked again.
     *
     * @param environment the environment
     * @param actor on whose behalf
     * @return what could be found out; {@link SupersetCapabilities#UNKNOWN} if nothing could
     */
    public SupersetCapabilities capabilities(EnvironmentId environment, Actor actor) {
        return client.open(environment, actor) instanceof Opening.Open open
                ? capabilities.of(open.conversation())
                : SupersetCapabilities.UNKNOWN;
    }

    /** Frees the connections. Calls that are running end with a problem. */
    @Override
    public void close() {
        client.close();
    }
}
