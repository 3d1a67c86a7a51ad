package io.dsreview.core.pipeline;

import io.dsreview.api.access.Actor;
import io.dsreview.api.error.Problem;
import io.dsreview.api.session.ReviewSession;
import io.dsreview.api.superset.RecoveryProgress;
import io.dsreview.api.superset.SupersetContextExtractor.Recovery;
import io.dsreview.api.superset.SupersetLink;
import io.dsreview.core.decision.Decisions;
import io.dsreview.core.decision.Effect;
import io.dsreview.core.finding.ReviewProblem;
import io.dsreview.core.seam.Alarm;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One attempt at a recovery: asks the extractor, renews the lease meanwhile, ends it when it takes too long. Whatever it
 * stores is stored only as long as its attempt is the one that is waited for.
 */
final class RecoveryRun implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(RecoveryRun.class);
    private static final int RENEWALS_PER_LEASE = 3;

    private final Ports ports;
    private final Guard guard;
    private final Settling settling;
    private final RecoveryLog log;
    private final ReviewSession session;
    private final Actor actor;
    private final Consumer<RecoveryRun> onEnd;
    private volatile @Nullable Loaded ended;
    private @Nullable Thread worker;
    private boolean interrupted;
    private boolean over;
    private Runnable renewal = () -> {};
    private Runnable timeout = () -> {};

    RecoveryRun(
            Ports ports,
            Guard guard,
            Settling settling,
            RecoveryLog log,
            ReviewSession session,
            Actor actor,
            Consumer<RecoveryRun> onEnd) {
        this.ports = ports;
        this.guard = guard;
        this.settling = settling;
        this.log = log;
        this.session = session;
        this.actor = actor;
        this.onEnd = onEnd;
    }

    /** Sets the alarms: from now on the lease is renewed, until the time is over. */
    synchronized void watch() {
        Duration limit = ports.work().terms().timeout();
        timeout = alarm().after(
                        limit,
                        () -> quietly(() -> {
                            end(new Recovery.Failed(Problem.of(
                                    ReviewProblem.RECOVERY_TIMED_OUT, "seconds", Long.toString(limit.toSeconds()))));
                            stop();
                        }));
        renewLater();
    }

    @Override
    public void run() {
        if (!begin()) {
            return;
        }
        SupersetLink link = Objects.requireNonNull(session.intake().link());
        try {
            Recovery recovery;
            try {
                recovery =
                        guard.orElse(() -> ports.extractor().recover(link, actor, this::report), Recovery.Failed::new);
            } finally {
                leave();
            }
            end(recovery);
        } finally {
            stop();
        }
    }

    /** Stores how it ended, unless it ended before. */
    void end(Recovery recovery) {
        settling.settle(
                        session.header().id(),
                        new Effect.Recover(),
                        (current, now) -> Decisions.recovered(current, log.attempt(), recovery, now),
                        actor)
                .ifPresent(settled -> ended = settled.session());
    }

    /** Returns the session as it was when this run ended; empty until then, and where the session was deleted meanwhile. */
    Optional<Loaded> ended() {
        return Optional.ofNullable(ended);
    }

    /** Stops working on it, and interrupts whatever waits. Stores nothing. */
    void stop() {
        synchronized (this) {
            over = true;
            renewal.run();
            timeout.run();
            if (worker != null) {
                interrupted = true;
                worker.interrupt();
            }
        }
        onEnd.accept(this);
    }

    /** Stops working on it, and leaves it to others. */
    void leaveBehind() {
        stop();
        quietly(log::release);
    }

    private synchronized boolean begin() {
        worker = over ? null : Thread.currentThread();
        return !over;
    }

    /** The thread may be a host's own: it keeps no interruption that was meant for the recovery. */
    private synchronized void leave() {
        worker = null;
        if (interrupted) {
            Thread.interrupted();
        }
    }

    private boolean report(RecoveryProgress progress) {
        if (isOver()) {
            return false;
        }
        quietly(() -> stopUnless(log.report(progress)));
        return !isOver();
    }

    private synchronized boolean isOver() {
        return over;
    }

    private synchronized void renewLater() {
        if (!over) {
            renewal = alarm().after(ports.work().terms().lease().dividedBy(RENEWALS_PER_LEASE), this::renew);
        }
    }

    private void renew() {
        quietly(() -> stopUnless(log.renew()));
        renewLater();
    }

    private void stopUnless(boolean awaited) {
        if (!awaited) {
            stop();
        }
    }

    /** What keeps the store informed must not end the work: a store that cannot be reached now may be later. */
    private static void quietly(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException failing) {
            LOG.warn("RECOVERY_STEP_FAILED {}", failing.getClass().getName());
        }
    }

    private Alarm alarm() {
        return ports.work().alarm();
    }
}
