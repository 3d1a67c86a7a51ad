package io.dsreview.samples.quickstart.store;

import io.dsreview.DsReview;
import io.dsreview.Review;
import io.dsreview.api.access.Actor;
import io.dsreview.api.access.Role;
import io.dsreview.api.command.CommandResult;
import io.dsreview.api.command.LifecycleCommand.ResumeSession;
import io.dsreview.api.id.SessionId;
import io.dsreview.api.session.SessionEvent;
import io.dsreview.api.superset.RecoveryProgress;
import io.dsreview.api.superset.RecoveryProgress.Stage;
import io.dsreview.api.superset.SupersetContextExtractor.Recovery;
import io.dsreview.test.superset.FakeSuperset;
import io.dsreview.test.superset.SampleContext;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A process of its own: recovers from a Superset that answers slowly, on a folder. With {@code start} it starts a review and
 * never gets to the end; with {@code resume} it tries to resume it until it may.
 */
final class SlowRecovery {

    static final Actor ANN = Actor.of("acme", "ann", Role.MAINTAINER);
    static final Duration LEASE = Duration.ofMillis(900);
    static final int REQUESTS = 10;

    private SlowRecovery() {}

    public static void main(String[] arguments) {
        boolean starting = arguments[0].equals("start");
        FakeSuperset superset = new FakeSuperset(new SampleContext().dataset(7).build());
        superset.recover((link, monitor) -> {
            for (int done = 0; done <= REQUESTS; done++) {
                monitor.report(new RecoveryProgress(Stage.DATASETS, done, REQUESTS));
                pause(starting && done == REQUESTS / 2 ? Duration.ofMinutes(5) : Duration.ofMillis(20));
            }
            return new Recovery.Recovered(new SampleContext().dataset(7).build());
        });
        try (DsReview reviews = DsReview.builder()
                .superset(superset, superset)
                .store(new FileReviewStore(Path.of(arguments[1])))
                .recoveryTerms(Duration.ofMinutes(1), LEASE)
                .listener(SlowRecovery::tell)
                .build()) {
            if (starting) {
                reviews.start(ANN, "https://superset.test/1");
            } else {
                resume(reviews, new SessionId(arguments[2]));
            }
        }
    }

    private static void resume(DsReview reviews, SessionId session) {
        while (true) {
            Review found = reviews.find(ANN, session).orElseThrow();
            CommandResult result = found.execute(ResumeSession::new).command();
            if (result instanceof CommandResult.Accepted) {
                return;
            }
            System.out.println("waits " + result.getClass().getSimpleName());
            pause(LEASE.dividedBy(3));
        }
    }

    private static void tell(SessionEvent event) {
        System.out.println(
                event.type() + " " + event.session() + " " + event.data().get("done"));
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
