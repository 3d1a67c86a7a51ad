package io.dsreview.live;

import io.dsreview.api.access.Actor;
import io.dsreview.api.error.Problem;
import io.dsreview.api.id.EnvironmentId;
import io.dsreview.api.superset.LinkReading;
import io.dsreview.api.superset.RecoveryMonitor;
import io.dsreview.api.superset.SupersetContextExtractor;
import io.dsreview.api.superset.SupersetLink;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Recovers each link once, however many reviews begin with it. */
record KeptRecovery(SupersetContextExtractor extractor, Map<SupersetLink, Recovery> kept)
        implements SupersetContextExtractor {

    KeptRecovery(SupersetContextExtractor extractor) {
        this(extractor, new ConcurrentHashMap<>());
    }

    @Override
    public LinkReading read(String pastedLink) {
        return extractor.read(pastedLink);
    }

    @Override
    public Optional<String> linkTo(EnvironmentId environment, long dataset) {
        return extractor.linkTo(environment, dataset);
    }

    @Override
    public Optional<Problem> probe(EnvironmentId environment, Actor actor) {
        return extractor.probe(environment, actor);
    }

    @Override
    public Recovery recover(SupersetLink link, Actor actor, RecoveryMonitor monitor) {
        return kept.computeIfAbsent(link, each -> extractor.recover(each, actor, monitor));
    }
}
