package io.dsreview.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.api.command.StartSession;
import io.dsreview.api.session.Recovery.Phase;
import io.dsreview.api.store.ReviewStore;
import io.dsreview.api.superset.RecoveryProgress;
import io.dsreview.api.superset.RecoveryProgress.Stage;
import io.dsreview.api.superset.SupersetContextExtractor.Recovery;
import io.dsreview.core.store.InMemoryReviewStore;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The lease is renewed on one thread while another reports how far the recovery is. */
@Timeout(60)
class RecoveryProgressRaceTest {

    private static final RecoveryProgress ONE = new RecoveryProgress(Stage.DATASETS, 1, 4);
    private static final RecoveryProgress THREE = new RecoveryProgress(Stage.DATASETS, 3, 4);

    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private final ManualWork work = new ManualWork();
    private final Thread renewal =
            new Thread(() -> work.ring(ManualWork.TERMS.lease().dividedBy(3)));
    private final World world = new World(World.oneFilter().build(), slow(new InMemoryReviewStore()), true);

    /** A store that keeps the renewal waiting between what it has read and its commit. */
    private ReviewStore slow(ReviewStore inner) {
        return (ReviewStore) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {ReviewStore.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("commit") && Thread.currentThread() == renewal) {
                        reached.countDown();
                        released.await();
                    }
                    return method.invoke(inner, arguments);
                });
    }

    @Test
    void OR4_observedProgressNeverGoesBackWhereARenewalComesLate() {
        world.superset.recover((link, monitor) -> {
            monitor.report(ONE);
            world.clock.advance(Duration.ofSeconds(1));
            Thread report = new Thread(() -> monitor.report(THREE));
            try {
                renewal.start();
                assertThat(reached.await(10, TimeUnit.SECONDS)).isTrue();
                report.start();
                while (report.getState() != Thread.State.BLOCKED && report.isAlive()) {
                    Thread.onSpinWait();
                }
                released.countDown();
                report.join();
                renewal.join();
            } catch (InterruptedException interrupted) {
                throw new AssertionError(interrupted);
            }
            assertThat(Objects.requireNonNull(
                                    world.reload().session().recovery().task())
                            .progress())
                    .isEqualTo(THREE);
            return new Recovery.Recovered(World.oneFilter().build());
        });
        world.keep(world.core(work.work()).execute(new StartSession(World.ANN, null, World.LINK)));

        work.runAll();

        assertThat(world.reload().session().recovery().phase()).isEqualTo(Phase.RECOVERED);
    }
}
