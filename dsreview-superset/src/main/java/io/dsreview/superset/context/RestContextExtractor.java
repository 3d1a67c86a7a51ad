package io.dsreview.superset.context;

import io.dsreview.api.access.Actor;
import io.dsreview.api.error.Problem;
import io.dsreview.api.id.EnvironmentId;
import io.dsreview.api.superset.LinkReading;
import io.dsreview.api.superset.RecoveryMonitor;
import io.dsreview.api.superset.SupersetContextExtractor;
import io.dsreview.api.superset.SupersetLink;
import io.dsreview.superset.capability.CapabilityCache;
import io.dsreview.superset.http.SupersetClient;
import io.dsreview.superset.http.SupersetClient.Opening;
import io.dsreview.superset.link.LinkReader;
import java.util.Optional;
import java.util.Set;

/** Recovers the context of links over Superset's REST API, 3.1 to 6.1. Thread-safe. */
public final class RestContextExtractor implements SupersetContextExtractor {

    private final LinkReader links;
    private final SupersetClient client;
    private final CapabilityCache capabilities;
    private final Set<String> siteNames;

    /**
     * Makes an extractor.
     *
     * @param links reads the links
     * @param client talks to Superset; closed by whoever made it
     * @param capabilities tells what each Superset can do
     * @param siteNames names that the site itself adds to templates
     */
    public RestContextExtractor(
            LinkReader links, SupersetClient client, CapabilityCache capabilities, Set<String> siteNames) {
        this.links = links;
        this.client = client;
        this.capabilities = capabilities;
        this.siteNames = Set.copyOf(siteNames);
    }

    @Override
    public LinkReading read(String pastedLink) {
        return links.read(pastedLink);
    }

    @Override
    public Optional<String> linkTo(EnvironmentId environment, long dataset) {
        return links.linkTo(environment, dataset);
    }

    @Override
    public Optional<Problem> probe(EnvironmentId environment, Actor actor) {
        return client.probe(environment, actor);
    }

    @Override
    public Recovery recover(SupersetLink link, Actor actor, RecoveryMonitor monitor) {
        Opening opening = client.open(link.environment(), actor);
        if (!(opening instanceof Opening.Open open)) {
            return new Recovery.Failed(((Opening.Closed) opening).problem());
        }
        try {
            Gathered gathered =
                    gather(link, new LinkReads(open.conversation(), capabilities, new ReadingCount(monitor)));
            return new Recovery.Recovered(new ContextAssembly(gathered).context());
        } catch (NotRecoverable stopped) {
            return new Recovery.Failed(stopped.problem());
        }
    }

    private Gathered gather(SupersetLink link, LinkReads reads) throws NotRecoverable {
        if (link instanceof SupersetLink.Dashboard dashboard) {
            return new DashboardSource(reads, siteNames).gather(dashboard);
        }
        if (link instanceof SupersetLink.Embedded embedded) {
            return new DashboardSource(reads, siteNames).gather(embedded);
        }
        if (link instanceof SupersetLink.Explore explore) {
            return new ExploreSource(reads, reads.server(), siteNames).gather(explore);
        }
        return link instanceof SupersetLink.SqlLab sqlLab
                ? new SqlLabSource(reads, reads.server(), siteNames).gather(sqlLab)
                : new SqlLabSource(reads, reads.server(), siteNames).gather((SupersetLink.Dataset) link);
    }
}
