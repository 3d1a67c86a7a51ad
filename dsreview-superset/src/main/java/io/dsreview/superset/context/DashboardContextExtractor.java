package io.dsreview.superset.context;

import io.dsreview.api.access.Actor;
import io.dsreview.api.error.Problem;
import io.dsreview.api.id.EnvironmentId;
import io.dsreview.api.superset.LinkReading;
import io.dsreview.api.superset.SupersetContextExtractor;
import io.dsreview.api.superset.SupersetLink;
import io.dsreview.superset.http.SupersetClient;
import io.dsreview.superset.http.SupersetClient.Opening;
import io.dsreview.superset.link.LinkReader;
import java.util.Optional;

/** Recovers the context of dashboard links over Superset's REST API, 3.1 to 6.1. Thread-safe. */
public final class DashboardContextExtractor implements SupersetContextExtractor {

    private final LinkReader links;
    private final SupersetClient client;

    /**
     * Makes an extractor.
     *
     * @param links reads the links
     * @param client talks to Superset; closed by whoever made it
     */
    public DashboardContextExtractor(LinkReader links, SupersetClient client) {
        this.links = links;
        this.client = client;
    }

    @Override
    public LinkReading read(String pastedLink) {
        return links.read(pastedLink);
    }

    @Override
    public Optional<Problem> probe(EnvironmentId environment, Actor actor) {
        return client.probe(environment, actor);
    }

    @Override
    public Recovery recover(SupersetLink link, Actor actor) {
        Opening opening = client.open(link.environment(), actor);
        if (!(opening instanceof Opening.Open open)) {
            return new Recovery.Failed(((Opening.Closed) opening).problem());
        }
        DashboardSource source = new DashboardSource(open.conversation(), link);
        return source.read()
                .<Recovery>map(Recovery.Failed::new)
                .orElseGet(() -> new Recovery.Recovered(new ContextAssembly(source.gathered()).context()));
    }
}
