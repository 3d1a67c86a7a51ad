package io.dsreview.live;

import io.dsreview.api.id.EnvironmentId;
import io.dsreview.api.superset.LinkReading;
import io.dsreview.api.superset.SupersetContextExtractor;
import io.dsreview.api.superset.SupersetCredential;
import io.dsreview.api.superset.SupersetCredentials;
import io.dsreview.superset.Superset;
import io.dsreview.superset.SupersetConfig;
import io.dsreview.superset.observation.SupersetCall;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Recovers links of a bed through the library's own door, each actor under the Superset user of the same name. */
final class Recoveries implements AutoCloseable {

    private static final EnvironmentId LIVE = new EnvironmentId("live");

    private final Bed bed;
    private final Superset superset;
    private final List<SupersetCall> calls = new CopyOnWriteArrayList<>();

    Recoveries(Bed bed) {
        this.bed = bed;
        SupersetCredentials everybody = (environment, actor) -> SupersetCredential.password(
                actor.user().value(), bed.password(actor.user().value()));
        this.superset = Superset.connect(SupersetConfig.builder()
                .environment(LIVE.value(), URI.create(bed.base()), everybody)
                .callListener(calls::add)
                .build());
    }

    /** Recovers a link that the manifest names. */
    Outcome recover(String link, String user) {
        return recoverText(bed.link(link), user);
    }

    Outcome recoverText(String pasted, String user) {
        SupersetContextExtractor extractor = superset.contextExtractor();
        LinkReading reading = extractor.read(pasted);
        return reading instanceof LinkReading.Supported supported
                ? Outcome.of(extractor.recover(supported.link(), Bed.actor(user)))
                : Outcome.refused(reading);
    }

    /** Returns the calls since the last time it was asked. */
    List<SupersetCall> newCalls() {
        List<SupersetCall> since = List.copyOf(calls);
        calls.clear();
        return since;
    }

    @Override
    public void close() {
        superset.close();
    }
}
