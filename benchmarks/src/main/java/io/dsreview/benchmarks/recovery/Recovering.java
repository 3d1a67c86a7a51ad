package io.dsreview.benchmarks.recovery;

import io.dsreview.api.access.Actor;
import io.dsreview.api.access.Role;
import io.dsreview.api.superset.LinkReading;
import io.dsreview.api.superset.RecoveredContext;
import io.dsreview.api.superset.SupersetContextExtractor;
import io.dsreview.api.superset.SupersetContextExtractor.Recovery;
import io.dsreview.api.superset.SupersetCredential;
import io.dsreview.api.superset.SupersetCredentials;
import io.dsreview.benchmarks.pairing.Attempt;
import io.dsreview.superset.Superset;
import io.dsreview.superset.SupersetConfig;
import io.dsreview.superset.traffic.TrafficLimits;
import java.net.URI;

/**
 * The measured way: dsreview recovers a link. All is as a host has it, except that dsreview may start as many requests in a
 * second as it likes: how fast it goes on is a promise to the server, and no cost of ours.
 */
final class Recovering implements Attempt {

    private static final TrafficLimits TRAFFIC = TrafficLimits.defaults().withRequestsPerSecond(10_000);
    private static final Actor ANN = Actor.of("acme", "ann", Role.MAINTAINER);

    private final Board board;
    private final String link;
    private final Superset superset;

    Recovering(Board board, URI base, SupersetCredential credential) {
        this.board = board;
        this.link = board.linkAt(base);
        this.superset = Superset.connect(SupersetConfig.builder()
                .environment("measured", base, SupersetCredentials.fixed(credential))
                .traffic(TRAFFIC)
                .build());
    }

    /** Returns how many requests of one operation are under way at once. */
    static int parallel() {
        return TRAFFIC.parallelReads();
    }

    @Override
    public void run() {
        SupersetContextExtractor extractor = superset.contextExtractor();
        if (!(extractor.read(link) instanceof LinkReading.Supported supported)) {
            throw new IllegalStateException("the link to " + board.name() + " could not be read");
        }
        Recovery recovery = extractor.recover(supported.link(), ANN);
        if (!(recovery instanceof Recovery.Recovered recovered)) {
            throw new IllegalStateException("the recovery of " + board.name() + " failed with "
                    + ((Recovery.Failed) recovery).problem().code());
        }
        requireWhole(recovered.context());
    }

    private void requireWhole(RecoveredContext context) {
        int charts = context.charts().size();
        int datasets = context.datasets().size();
        if (charts != board.charts() || datasets != board.datasets()) {
            throw new IllegalStateException(board.name() + " was recovered with " + charts + " charts and " + datasets
                    + " datasets; it has " + board.charts() + " and " + board.datasets());
        }
    }

    @Override
    public void close() {
        superset.close();
    }
}
